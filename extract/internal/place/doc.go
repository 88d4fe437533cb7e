// Package place reads the names of places inside documents, "paragraphs 2 to 4
// of article 19", and writes them in one form for all languages: "art. 19,
// paras. 2-4".
package place
