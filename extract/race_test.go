//go:build race

package extract_test

// memorySlack is what a bound on memory is multiplied by. A build for the race
// detector drops what is given back to pools of memory at random, and makes it
// anew.
const memorySlack = 3
