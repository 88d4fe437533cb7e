// Package scan finds citations: it reads heads, lists, owners, dates and verbs
// from the tokens of a paragraph by rules that are the same for all languages.
// It says what the words spell and what stands around them; what they point to
// is the matter of package resolve.
package scan
