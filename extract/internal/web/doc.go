// Package web reads pages: HTML as servers send it and browsers save it, and
// Markdown. Of a page the words are text that its reader comes for; scripts,
// styles, addresses, navigation and what is hidden are not. Notes are found by
// the links between their marks, and stand behind the paragraph that bears
// them.
package web
