// Package pattern compiles regular expressions when they are first needed: a
// program that compiles a hundred before its first line starts slowly.
package pattern

import (
	"regexp"
	"sync"
)

// Lazy returns a function that compiles the expression at its first call and
// returns the same from then on. It panics then where the expression is wrong.
func Lazy(expr string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}
