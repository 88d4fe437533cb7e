// Package accuracy measures extraction against the United Nations' own links.
// The machine-readable resolutions of the UN carry a link on each symbol that
// they cite, made in part automatically; a target that most of a document's
// language versions link is taken for true, one that few link for uncertain.
package accuracy
