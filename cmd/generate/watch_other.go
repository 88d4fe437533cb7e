//go:build !linux && !darwin

package main

import "os"

func peakOf(*os.ProcessState) string { return "" }

func memoryOf(int) string { return "" }
