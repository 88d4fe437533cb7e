// Package scan finds citations: it turns a paragraph into tokens in one pass,
// and reads lists, owners, dates and pinpoints from the tokens by rules that
// are the same for all languages. It says what the words spell and what
// stands around them; what they point to is the matter of package resolve.
package scan
