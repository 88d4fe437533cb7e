//go:build !linux

package main

// preferHuge asks for huge pages behind a block: no other system is asked for them.
func preferHuge([]byte) bool { return false }
