package resolve

import "uncite/extract/record"

// Rules explains what resolution adds to the rule of a mention: how the owner of a
// number was told, and what a name was taken to stand for.
func Rules() []record.Rule {
	return []record.Rule{
		{Name: "…:before", Means: "owned by the body named before the number"},
		{Name: "…:after", Means: "owned by the body named after the number"},
		{Name: "…:own", Means: "\"its\": of the body that issued the document"},
		{Name: "…:subject", Means: "\"its\": of the body that the clause has as subject"},
		{Name: "…:list", Means: "owned as the head of the list says"},
		{Name: "…:adopter", Means: "of the body that, as the clause says, adopted it"},
		{Name: "…:addressee", Means: "of the organ to which, as the clause says, a report was made pursuant to it"},
		{Name: "…:report", Means: "of the body in whose report, by the symbol beside it, the number stands: E/2015/27, chap. I, sect. C, resolution 59/1"},
		{Name: "…:shape", Means: "owned by the body whose numbers have this shape; the words name none"},
		{Name: "…:date", Means: "owned by a body that the words do not name, because only there the printed date fits"},
		{Name: "…+symbol", Means: "a number that could not be resolved, settled by the symbol in brackets after it"},
		{Name: "name:number", Means: "a name that several instruments bear: the one whose adopting document or treaty number is cited beside it or in its footnote"},
		{Name: "name:date", Means: "such a name: the one of the year that stands right before or after it"},
		{Name: "name:antecedent", Means: "an abbreviation of a treaty and of its committee: the one that the text has named in full"},
		{Name: "name:latest", Means: "such a name, with neither: the latest that is not after the document's own date"},
		{Name: "title:note", Means: "a title that no table knows, joined to the treaty by the number in the footnote on it, or to the one document with which that begins"},
		{Name: "short:founder", Means: "a short name, explained by the founding resolution beside it"},
		{Name: "short:adopter", Means: "a short name of the instrument that, as the clause says, a conference or an organisation adopted"},
		{Name: "short:document", Means: "a short name that the document's body or title explains"},
		{Name: "short:antecedent", Means: "a short name, explained by the full name last before it"},
		{Name: "short:later", Means: "a short name of several words, explained by the one full name that follows"},
		{Name: record.BoundRule, Means: "no citation, but the place from which on a text names more than is read, always `unresolved`"},
		{Name: "short", Means: "a short name that fits two entries or none: `ambiguous` or `unresolved`"},
	}
}
