// Package char knows what stands at a place of normalised text: a letter, a
// digit, a blank, a number in roman figures, and where a word or a character
// ends. Offsets are in bytes; functions that read take the offset at which to
// read and return the one after what they read.
package char
