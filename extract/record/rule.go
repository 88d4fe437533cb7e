package record

// Rule explains a value of the field rule of a Reference, or a part of one.
type Rule struct {
	// Name is the value as printed; "…" stands for its other part: "number:…" is
	// how a number was found, "…:before" how its owner was told.
	Name string
	// Means ends the sentence "the reference is …", in Markdown.
	Means string
}
