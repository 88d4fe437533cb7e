// Package token turns a paragraph into tokens of one language: numbers in the
// shapes that resolutions have, document symbols, dates, punctuation, and the
// words of the language's lexicon and of the authority tables by longest match.
// A token has classes (type word, owner, date …), by which the rules of package
// scan speak. What a citation is, this package does not know.
package token
