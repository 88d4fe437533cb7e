package authority

import (
	_ "embed"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"sync"

	"uncite/extract/lang"
	"uncite/extract/record"
)

var (
	//go:embed data/instruments.tsv
	instrumentRows string
	//go:embed data/entities.tsv
	entityRows string
	//go:embed data/states.tsv
	stateRows string
	//go:embed data/resolutions.tsv
	resolutionRows string
)

// Table is the authority file. It is safe for concurrent reading.
type Table struct {
	entries  []*Entry // by identifier
	byID     map[string]*Entry
	byTreaty map[string]*Entry
	// byRegistration knows a treaty by its registration number alone, "UNTS/31363":
	// one that fills several volumes is cited by another in each language. Nil
	// where two instruments were registered together.
	byRegistration map[string]*Entry
	// treaties are those that the names of bodies hold, such as that of a
	// conference of its parties.
	treaties map[*Entry]*Entry
	// bodies are those that the names of instruments and of their organs hold.
	bodies map[*Entry]*Entry
	// assemblies are those who meet under a treaty; nil where there are several.
	assemblies map[*Entry]*Entry
	protocols  map[*Entry][]*Entry // by treaty, those to it
	// spellings are made when the first search asks for them, and full by language.
	spellings func() []spelling
	full      map[string]func() fullNames
}

// Default is the authority file that comes with uncite.
var Default = sync.OnceValue(func() *Table {
	t := &Table{}
	for _, file := range []struct{ name, rows string }{
		{"instruments.tsv", instrumentRows}, {"entities.tsv", entityRows}, {"states.tsv", stateRows},
	} {
		if err := t.read(file.name, file.rows); err != nil {
			panic(err) // the tables are part of the program, and a test reads them
		}
	}
	t.index()
	return t
})

// With returns t with the rows of a user's file added. A row whose identifier
// is known adds its names to the entry and replaces the columns that it
// fills; name is what errors call the file.
func (t *Table) With(name string, r io.Reader) (*Table, error) {
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	user := &Table{entries: slices.Clone(t.entries)}
	if err := user.readUser(name, data); err != nil {
		return nil, err
	}
	user.index()
	return user, nil
}

// read adds the rows of a table, whose first line that is no comment names
// its columns, and whose cells have one blank between words.
func (t *Table) read(name, rows string) error {
	var columns []string
	n := 0
	var room []string // for the cells of one line after the other
	for line := range strings.SplitSeq(strings.TrimPrefix(rows, "\ufeff"), "\n") {
		n++
		line = strings.TrimRight(line, "\r")
		if strings.TrimSpace(line) == "" || line[0] == '#' {
			continue
		}
		cells := room[:0]
		for cell := range strings.SplitSeq(line, "\t") {
			cells = append(cells, cell)
		}
		if columns == nil {
			columns = cells
			if !slices.Contains(columns, "id") {
				return fmt.Errorf("%s line %d: the first row must name the columns, one of them id", name, n)
			}
			continue
		}
		room = cells
		e, err := entryOf(columns, cells)
		if err != nil {
			return fmt.Errorf("%s line %d: %w", name, n, err)
		}
		t.entries = append(t.entries, e)
	}
	return nil
}

func entryOf(columns, cells []string) (*Entry, error) {
	for len(cells) > len(columns) && strings.TrimSpace(cells[len(cells)-1]) == "" {
		cells = cells[:len(cells)-1]
	}
	if len(cells) > len(columns) {
		return nil, fmt.Errorf("%d columns, but the head names %d", len(cells), len(columns))
	}
	e := &Entry{Names: map[string][]Name{}}
	for i, cell := range cells {
		if cell != "" {
			if err := e.set(columns[i], cell); err != nil {
				return nil, err
			}
		}
	}
	kind, _, ok := strings.Cut(e.ID, ":")
	e.Kind = record.Kind(kind)
	if !ok || e.Kind != record.Instrument && e.Kind != record.Entity && e.Kind != record.State {
		return nil, fmt.Errorf("identifier %q does not begin with its kind (instrument:, entity:, state:)", e.ID)
	}
	return e, nil
}

func (e *Entry) set(column, cell string) error {
	switch column {
	case "id":
		e.ID = cell
	case "class":
		e.Class = cell
	case "parent":
		e.Parent = cell
	case "former":
		e.Former = list(cell, ";")
	case "adopted_by", "founded_by":
		e.AdoptedBy = list(cell, ";")
	case "registered":
		e.Treaties = list(cell, ";")
	case "chapter":
		e.Chapter = cell
	case "date":
		e.Date = cell
	case "not_after":
		e.NotAfter = list(cell, "|")
	case "not_before":
		e.NotBefore = list(cell, "|")
	case "source":
		e.Source = cell
	case "note":
		e.Note = cell
	case "iso2", "m49":
	default:
		if !slices.Contains(lang.Codes, column) {
			return fmt.Errorf("unknown column %q", column)
		}
		e.Names[column] = appendNames(e.Names[column], cell)
	}
	return nil
}

// appendNames adds the names of a cell; "~" marks the short ones, "†" the former ones.
func appendNames(names []Name, cell string) []Name {
	names = slices.Grow(names, strings.Count(cell, "|")+1)
	for text := range strings.SplitSeq(cell, "|") {
		if text = strings.TrimSpace(text); text != "" {
			name, short := strings.CutPrefix(text, "~")
			name, former := strings.CutPrefix(name, "†")
			names = append(names, Name{name, short, former})
		}
	}
	return names
}

func list(cell, separator string) []string {
	out := make([]string, 0, strings.Count(cell, separator)+1)
	for part := range strings.SplitSeq(cell, separator) {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}

// index sorts the entries, joins rows of the same identifier, later ones into
// earlier ones, and builds the look-ups.
func (t *Table) index() {
	slices.SortStableFunc(t.entries, func(a, b *Entry) int { return strings.Compare(a.ID, b.ID) })
	joined := t.entries[:0:0]
	for _, e := range t.entries {
		if n := len(joined); n > 0 && joined[n-1].ID == e.ID {
			joined[n-1] = join(joined[n-1], e)
			continue
		}
		joined = append(joined, e)
	}
	t.entries = joined
	t.spellings = sync.OnceValue(func() []spelling { return spellingsOf(t.entries) })
	t.indexNames()
	t.byID, t.byTreaty, t.byRegistration = make(map[string]*Entry, len(t.entries)), map[string]*Entry{}, map[string]*Entry{}
	for _, e := range t.entries {
		t.byID[e.ID] = e
		for _, number := range e.Treaties {
			t.byTreaty[number] = e
			r := registration(number)
			if other, ok := t.byRegistration[r]; ok && other != e {
				t.byRegistration[r] = nil
				continue
			}
			t.byRegistration[r] = e
		}
	}
	t.linkTreaties()
}

// TreatyOf returns the instrument with which the identifier of a body ends: the
// treaty of which it is the conference of the parties, the committee or the
// secretariat. It is nil where there is none.
func (t *Table) TreatyOf(body *Entry) *Entry { return t.treaties[body] }

// BodyOf returns the body that the name of e holds: the conference whose final document
// it is, the court whose statute, the organisation above an organ that is called after
// it. It is nil where there is none.
func (t *Table) BodyOf(e *Entry) *Entry { return t.bodies[e] }

// AssemblyOf returns the one body of the tables in which the parties to the treaty meet,
// nil where there is none or several.
func (t *Table) AssemblyOf(treaty *Entry) *Entry { return t.assemblies[treaty] }

// assemblyClass is the class of bodies in which the parties to a treaty meet.
const assemblyClass = "assembly"

// linkAssembly notes that the body is one in which the parties to its treaty meet.
func (t *Table) linkAssembly(e *Entry) {
	treaty := t.treaties[e]
	if treaty == nil {
		treaty = t.byID[e.Parent]
	}
	if treaty == nil || treaty.Kind != record.Instrument {
		return
	}
	if _, another := t.assemblies[treaty]; another {
		e = nil
	}
	t.assemblies[treaty] = e
}

// protocolClass is the class of entries that are protocols to a treaty, their parent.
const protocolClass = "protocol"

// treatyBody is the class of the bodies of experts under a treaty, their parent where the name of
// neither holds that of the other.
const treatyBody = "treaty body"

// ProtocolsOf returns the protocols to the treaty.
func (t *Table) ProtocolsOf(treaty *Entry) []*Entry { return t.protocols[treaty] }

// linkTreaties finds the treaties and the bodies that names hold, and the protocols to treaties.
func (t *Table) linkTreaties() {
	t.treaties, t.bodies, t.assemblies = map[*Entry]*Entry{}, map[*Entry]*Entry{}, map[*Entry]*Entry{}
	t.protocols = map[*Entry][]*Entry{}
	var id []byte
	for _, e := range t.entries {
		switch e.Kind {
		case record.Entity:
			if treaty := t.endOf(e, "instrument:", &id); treaty != nil {
				t.treaties[e] = treaty
			} else if treaty := t.byID[e.Parent]; e.Class == treatyBody && treaty != nil && treaty.Kind == record.Instrument {
				t.treaties[e] = treaty
			}
			if above := t.byID[e.Parent]; above != nil && above.Kind == record.Entity && strings.HasSuffix(e.ID, strings.TrimPrefix(above.ID, "entity")[1:]) {
				t.bodies[e] = above
			}
			if e.Class == assemblyClass {
				t.linkAssembly(e)
			}
		case record.Instrument:
			body := t.endOf(e, "entity:", &id)
			if body == nil {
				body = t.beginOf(e, "entity:", &id)
			}
			if body != nil {
				t.bodies[e] = body
			}
			if treaty := t.byID[e.Parent]; e.Class == protocolClass && treaty != nil && treaty.Kind == record.Instrument {
				t.protocols[treaty] = append(t.protocols[treaty], e)
			}
		}
	}
}

// endOf returns the entry of a kind, the longest, with whose name that of e ends; id is
// memory to work in.
func (t *Table) endOf(e *Entry, kind string, id *[]byte) *Entry {
	for rest, ok := e.ID, true; ok; {
		if _, rest, ok = strings.Cut(rest, "-"); !ok {
			break
		}
		*id = append(append((*id)[:0], kind...), rest...)
		if found := t.byID[string(*id)]; found != nil {
			return found
		}
	}
	return nil
}

// beginOf returns the entry of a kind with whose name that of e begins, but for one or
// two words behind it: "…, Final Document".
func (t *Table) beginOf(e *Entry, kind string, id *[]byte) *Entry {
	_, name, _ := strings.Cut(e.ID, ":")
	for range 2 {
		i := strings.LastIndexByte(name, '-')
		if i < 0 {
			break
		}
		name = name[:i]
		*id = append(append((*id)[:0], kind...), name...)
		if found := t.byID[string(*id)]; found != nil {
			return found
		}
	}
	return nil
}

// registration cuts the volume out of a treaty number: UNTS/1833/31363 is
// UNTS/31363.
func registration(number string) string {
	series, rest, _ := strings.Cut(number, "/")
	_, n, ok := strings.Cut(rest, "/")
	if !ok {
		return number
	}
	return series + "/" + n
}

func join(old, add *Entry) *Entry {
	e := *old
	e.Names = maps.Clone(old.Names)
	for code, names := range add.Names {
		e.Names[code] = append(slices.Clone(e.Names[code]), names...)
	}
	e.Class, e.Parent = filled(add.Class, e.Class), filled(add.Parent, e.Parent)
	e.Chapter, e.Date, e.Source = filled(add.Chapter, e.Chapter), filled(add.Date, e.Date), filled(add.Source, e.Source)
	e.AdoptedBy = append(slices.Clone(e.AdoptedBy), add.AdoptedBy...)
	e.Former = append(slices.Clone(e.Former), add.Former...)
	e.Treaties = append(slices.Clone(e.Treaties), add.Treaties...)
	e.NotAfter = append(slices.Clone(e.NotAfter), add.NotAfter...)
	e.NotBefore = append(slices.Clone(e.NotBefore), add.NotBefore...)
	return &e
}

func filled(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// Entries returns all entries, sorted by identifier. They are not to be changed.
func (t *Table) Entries() []*Entry { return t.entries }

// Lookup returns the entry with the identifier.
func (t *Table) Lookup(id string) (*Entry, bool) {
	e, ok := t.byID[id]
	return e, ok
}

// Treaty returns the instrument registered under the number, "UNTS/1577/27531".
// Where the table does not list the volume, the registration number tells, if
// it is one instrument's alone.
func (t *Table) Treaty(number string) (*Entry, bool) {
	if e, ok := t.byTreaty[number]; ok {
		return e, ok
	}
	e := t.byRegistration[registration(number)]
	return e, e != nil
}

// Catalogue returns the catalogue of documents by canonical symbol: titles
// and dates of what is often cited.
var Catalogue = sync.OnceValue(func() map[string]*Resolution {
	out := map[string]*Resolution{}
	var columns []string
	for _, line := range strings.Split(resolutionRows, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		cells := strings.Split(line, "\t")
		if columns == nil {
			columns = cells
			continue
		}
		r := &Resolution{Titles: map[string]string{}}
		for i, cell := range cells[:min(len(cells), len(columns))] {
			switch column := columns[i]; {
			case cell == "":
			case column == "symbol":
				r.Symbol = cell
			case column == "date":
				r.Date = cell
			case column == "source":
				r.Source = cell
			default:
				r.Titles[column] = cell
			}
		}
		out[r.Symbol] = r
	}
	return out
})
