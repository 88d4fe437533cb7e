//go:build !race

package extract_test

// memorySlack is what a bound on memory is multiplied by.
const memorySlack = 1
