package scan_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"uncite/extract/authority"
	"uncite/extract/internal/read"
	"uncite/extract/internal/scan"
	"uncite/extract/lang"
	"uncite/extract/record"
	"uncite/fixtures"
	"uncite/fixtures/gold"
)

// scanners are shared: compiling the names of six languages takes a while.
var scanners = map[string]*scan.Scanner{}

func scannerOf(t testing.TB, code string) *scan.Scanner {
	t.Helper()
	if scanners[code] == nil {
		l, err := scan.NewLanguage(code, authority.Default().Entries())
		if err != nil {
			t.Fatal(err)
		}
		scanners[code] = scan.NewScanner(l)
	}
	return scanners[code]
}

// document makes a document of paragraphs in one zone.
func document(zone record.Zone, numbers []string, paragraphs ...string) *record.Document {
	d := &record.Document{}
	for i, p := range paragraphs {
		start := len(d.Text)
		d.Text += p
		q := record.Paragraph{Standing: record.In(zone), Pieces: []record.Span{{Start: start, End: len(d.Text)}}}
		if i < len(numbers) {
			q.Number = numbers[i]
		}
		d.Paragraphs = append(d.Paragraphs, q)
		d.Text += "\n"
	}
	return d
}

// treatments returns the treatments of the numbered citations, with the verb
// of each where verbs is set.
func treatments(t *testing.T, code string, d *record.Document, verbs bool) string {
	t.Helper()
	var out []string
	for _, m := range scannerOf(t, code).Document(d) {
		if len(m.Entries) > 0 || m.Title != "" || len(m.Same) > 0 {
			continue
		}
		s := m.Treatment
		if s == "" {
			s = "none"
		}
		if verbs {
			s += " (" + m.Verb + ")"
		}
		out = append(out, s)
	}
	return strings.Join(out, ", ")
}

func TestTreatment(t *testing.T) {
	for _, c := range []struct {
		protects, code string
		zone           record.Zone
		text, want     string
	}{
		{"a participle leads a preambular clause", "en", record.Preamble, "Recalling also its resolution 60/288,", "recall (Recalling also)"},
		{"a participle leads a preambular clause", "fr", record.Preamble, "Rappelant également sa résolution 60/288,", "recall (Rappelant également)"},
		{"a gerund leads a preambular clause", "es", record.Preamble, "Recordando también su resolución 60/288,", "recall (Recordando también)"},
		{"a gerund leads a preambular clause", "ru", record.Preamble, "ссылаясь также на свою резолюцию 60/288,", "recall (ссылаясь также)"},
		{"the verb is printed with its particles", "ar", record.Preamble, "وإذ تشير أيضا إلى قرارها 60/288،", "recall (وإذ تشير أيضا)"},
		{"an adverb leads the verb", "zh", record.Preamble, "又回顾大会第60/288号决议，", "recall (又回顾)"},
		{"operative verbs are finite", "en", record.Operative, "Strongly condemns the breach of resolution 1373 (2001);", "condemn (Strongly condemns)"},
		{"operative verbs are finite", "fr", record.Operative, "Condamne énergiquement la violation de la résolution 1373 (2001) ;", "condemn (Condamne énergiquement)"},
		{"operative verbs are finite", "es", record.Operative, "Condena enérgicamente la violación de la resolución 1373 (2001);", "condemn (Condena enérgicamente)"},
		{"an adverb leads the verb", "ru", record.Operative, "решительно осуждает нарушение резолюции 1373 (2001);", "condemn (решительно осуждает)"},
		{"a body may be masculine in Arabic", "ar", record.Operative, "يدين بشدة انتهاك القرار 1373 (2001)؛", "condemn (يدين بشدة)"},
		{"an adverb leads the verb", "zh", record.Operative, "最强烈地谴责违反第1373(2001)号决议的行为；", "condemn (最强烈地谴责)"},

		{"each clause has its own verb", "en", record.Preamble, "Recalling its resolution 60/288, and reaffirming resolution 72/284,", "recall (Recalling), reaffirm (reaffirming)"},
		{"each clause has its own verb", "fr", record.Operative, "Rappelle la résolution 60/288 et engage les États à appliquer la résolution 72/284 ;", "recall (Rappelle), encourage (engage)"},
		{"each clause has its own verb", "ru", record.Operative, "напоминает о резолюции 60/288 и просит Генерального секретаря выполнить резолюцию 72/284;", "recall (напоминает), request (просит)"},
		{"each clause has its own verb", "ar", record.Operative, "تشير إلى القرار 60/288، وتطلب إلى الأمين العام تنفيذ القرار 72/284؛", "recall (تشير), request (وتطلب)"},
		{"each clause has its own verb", "zh", record.Operative, "回顾大会第60/288号决议，并请秘书长执行第72/284号决议；", "recall (回顾), request (并请)"},

		{"what the cited document did is not what the clause does", "en", record.Preamble, "Recalling its resolution 60/288, in which it decided to review resolution 49/60,", "recall (Recalling), recall (Recalling)"},
		{"what the cited document did is not what the clause does", "es", record.Preamble, "Recordando su resolución 60/288, en la que decidió examinar la resolución 49/60,", "recall (Recordando), recall (Recordando)"},
		{"what the cited document did is not what the clause does", "ru", record.Preamble, "ссылаясь на свою резолюцию 60/288, в которой она постановила рассмотреть резолюцию 49/60,", "recall (ссылаясь), recall (ссылаясь)"},
		{"what the cited document did is not what the clause does", "zh", record.Preamble, "回顾大会第60/288号决议，其中决定审查第49/60号决议，", "recall (回顾), recall (回顾)"},
		{"the decision of a title is a noun in Chinese", "zh", record.Preamble, "注意到大会第74/556号决定和第60/288号决议，", "note (注意到), note (注意到)"},
		{"words between quotation marks lead no clause", "zh", record.Preamble, "回顾其题为“建立新的协调机制”的第60/288号决议，", "recall (回顾)"},

		{"a tone of concern says more than noting", "en", record.Preamble, "Noting with grave concern the findings in resolution 60/288,", "express-concern (Noting with grave concern)"},
		{"a tone stands before the verb", "ru", record.Preamble, "с глубокой обеспокоенностью отмечая выводы резолюции 60/288,", "express-concern (с глубокой обеспокоенностью отмечая)"},
		{"a tone stands before the verb", "zh", record.Preamble, "赞赏地注意到第60/288号决议，", "welcome (赞赏地注意到)"},
		{"appreciation turns no recalling into a welcome", "en", record.Operative, "Recalls with appreciation resolution 60/288;", "recall (Recalls with appreciation)"},
		{"the object tells what is expressed", "fr", record.Operative, "Exprime sa profonde gratitude pour l’application de la résolution 60/288 ;", "express-appreciation (Exprime sa profonde gratitude)"},
		{"the object tells what is reiterated", "en", record.Operative, "Reiterates its request that resolution 60/288 be carried out;", "request (Reiterates its request)"},
		{"the object tells what is reiterated", "ar", record.Operative, "تكرر طلبها تنفيذ القرار 60/288؛", "request (تكرر طلبها)"},
		{"a concern that is noted is another's", "en", record.Operative, "Notes concern voiced under resolution 60/288;", "note (Notes)"},

		{"an adjunct keeps the verb of an operative clause", "en", record.Operative, "Decides to meet again, taking into account resolution 60/288;", "decide (Decides)"},
		{"the same words lead a preambular clause", "en", record.Preamble, "Recalling resolution 60/288, and taking into account resolution 72/284,", "recall (Recalling), bear-in-mind (taking into account)"},
		{"the past tense leads a decision", "en", record.Body, "Took note of resolution 60/288.", "note (Took note)"},
		{"a subject stands before the verb", "en", record.Body, "The Security Council reaffirms resolution 1373 (2001).", "reaffirm (reaffirms)"},
		{"a subject takes the verb after it", "zh", record.Body, "安全理事会重申第1373(2001)号决议。", "reaffirm (重申)"},
		{"a verb of the prose leads nothing", "en", record.Body, "Under resolution 60/288 everyone who welcomes guests is bound by resolution 72/284.", "none (), none ()"},
		{"taking into account is bearing in mind, finite too", "ru", record.Operative, "принимает также во внимание резолюцию 60/288;", "bear-in-mind (принимает также во внимание)"},
		{"what is borne in mind of a fact is recognized", "ru", record.Preamble, "учитывая важность резолюции 60/288,", "recognize (учитывая важность)"},
		{"by what others are guided is not what the clause does", "en", record.Operative, "Notes the review, guided by Member States, that resolution 60/288 began;", "note (Notes)"},
		{"by what others are guided is not what the clause does", "ru", record.Operative, "призывает государства, руководствуясь резолюцией 60/288, представить доклад;", "call-upon (призывает)"},
		{"the body itself is guided where its paragraph begins", "en", record.Preamble, "Guided by its resolution 60/288,", "guided-by (Guided)"},
		{"and a second verb without a comma", "zh", record.Preamble, "回顾第60/288号决议并重申第72/284号决议，", "recall (回顾), reaffirm (并重申)"},
		{"also one after a note mark", "zh", record.Operative, "注意到秘书长的报告¹又强调第72/284号决议；", "stress (又强调)"},
		{"what others are asked to do is not the clause's", "zh", record.Operative, "请秘书长审查第60/288号决议并建议修改第72/284号决议；", "request (请), request (请)"},
		{"a Latin letter for a Cyrillic one of the same look", "ru", record.Preamble, "c удовлетворением отмечая резолюцию 60/288,", "welcome (c удовлетворением отмечая)"},
		{"organs are asked, States are called upon", "fr", record.Operative, "Demande au Comité d’appliquer la résolution 60/288 ;", "request (Demande au Comité)"},
		{"a resolution is borne in mind", "ru", record.Preamble, "учитывая свою резолюцию 60/288,", "bear-in-mind (учитывая свою)"},
		{"anything else is recognized", "ru", record.Preamble, "учитывая сотрудничество по резолюции 60/288,", "recognize (учитывая)"},
		{"what is so is recognized", "ru", record.Operative, "принимает во внимание, что резолюция 60/288 выполняется;", "recognize (принимает во внимание, что)"},
		{"others than States are encouraged", "ru", record.Operative, "призывает гражданское общество распространять резолюцию 60/288;", "encourage (призывает гражданское общество)"},
		{"a fact is recognized", "fr", record.Operative, "Constate que la résolution 60/288 est lue partout ;", "recognize (Constate)"},
		{"a list of participles is no clause", "en", record.Operative, "Encourages States to consider ratifying, approving or carrying out resolution 60/288;", "encourage (Encourages)"},
		{"nouns that are verbs elsewhere", "en", record.Operative, "Deplores the failure to comply with the repeated requests and demands of resolution 60/288;", "deplore (Deplores)"},
		{"what the cited document resolved", "zh", record.Preamble, "重申大会第60/288号决议，其中大会通过了若干目标，并决心执行第72/284号决议，", "reaffirm (重申), reaffirm (重申)"},
		{"footnotes have no treatment", "en", record.Footnote, "Recalling resolution 60/288.", "none ()"},
		{"headings have no treatment", "fr", record.Heading, "Rappelle la résolution 60/288", "none ()"},
	} {
		if got := treatments(t, c.code, document(c.zone, nil, c.text), true); got != c.want {
			t.Errorf("%s: %s %q\n got %s\nwant %s", c.protects, c.code, c.text, got, c.want)
		}
	}
}

func TestItemsCarryOnTheClauseOfTheirList(t *testing.T) {
	d := document(record.Operative, []string{"3", "3 (a)", "3 (b)", "4", "30 (a)"},
		"Requests the Secretary-General:", "To carry out resolution 60/288;", "To report, and commends resolution 72/284;",
		"Under resolution 49/60;", "Under resolution 51/210;")
	if got, want := treatments(t, "en", d, false), "request, commend, none, none"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	// The ground of an item is not what it does.
	d = document(record.Operative, []string{"3", "3 (a)"}, "请秘书长：", "按照第60/288号决议提交报告；")
	if got := treatments(t, "zh", d, false); got != "request" {
		t.Errorf("an item that begins with its ground: %s", got)
	}
}

// A list without numbers: dashes under a numbered head bear its number, items
// under a head without one none or their letter alone, until the list ends.
func TestItemsOfAnyMarkCarryOnTheClause(t *testing.T) {
	for _, c := range []struct {
		protects   string
		numbers    []string
		paragraphs []string
		want       string
	}{
		{"dashes under a number", []string{"1", "1", "1", "2"},
			[]string{"Requests the Secretary-General:", "– to publish resolution 60/288;", "– to translate resolution 72/284;", "Thanks the authors of resolution 49/60;"},
			"request, request, express-appreciation"},
		{"letters under a head without a number", []string{"", "(a)", "(b)"},
			[]string{"Recommends:", "That States follow resolution 60/288;", "That they read resolution 72/284."}, "recommend, recommend"},
		{"the list ends with a full stop", []string{"", "", ""},
			[]string{"Recommends:¹", "that States follow resolution 60/288.", "Under resolution 72/284 all is well."}, "recommend, none"},
		{"no list without a colon", []string{"", ""},
			[]string{"Recommends patience,", "under resolution 72/284;"}, "none"},
	} {
		if got := treatments(t, "en", document(record.Operative, c.numbers, c.paragraphs...), false); got != c.want {
			t.Errorf("%s: got %s, want %s", c.protects, got, c.want)
		}
	}
}

func TestTreatmentsOfOneDocumentDoNotReachTheNext(t *testing.T) {
	sc := document(record.Operative, []string{"3"}, "Requests the Secretary-General:")
	treatments(t, "en", sc, false)
	if got := treatments(t, "en", document(record.Operative, []string{"3 (a)"}, "Under resolution 60/288;"), false); got != "none" {
		t.Errorf("got %s, want none", got)
	}
}

// TestTreatmentsAgainstGold holds the treatments of the sample corpus to its
// gold, at the words on which gold and scan agree.
func TestTreatmentsAgainstGold(t *testing.T) {
	for _, code := range fixtures.Langs {
		found := 0
		for _, name := range fixtures.Names() {
			for _, r := range goldOf(t, code, name) {
				for _, m := range mentionsOf(t, code, name) {
					if m.Start != r.Start || m.End != r.End {
						continue
					}
					found++
					if m.Treatment != r.Treatment {
						t.Errorf("%s %s: %q is treated %q by %q, gold says %q", code, name, r.Text, m.Treatment, m.Verb, r.Treatment)
					}
				}
			}
		}
		if found < 400 {
			t.Errorf("%s: only %d words of the gold were found", code, found)
		}
	}
}

func goldOf(t *testing.T, code, name string) []gold.Row {
	t.Helper()
	rows, err := gold.Of(code, name)
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

var cache = map[string][]scan.Mention{}

func mentionsOf(t *testing.T, code, name string) []scan.Mention {
	t.Helper()
	key := code + "/" + name
	if cache[key] != nil {
		return cache[key]
	}
	text, err := fixtures.Text(code, name)
	if err != nil {
		t.Fatal(err)
	}
	docs, err := read.Bytes(name+".txt", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range docs {
		cache[key] = append(cache[key], scannerOf(t, code).Document(d)...)
	}
	return cache[key]
}

// verbTreatments returns the treatments that the verb table of a language
// knows.
func verbTreatments(t *testing.T, code string) []string {
	t.Helper()
	rows, err := lang.Table(code, "verbs")
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, r := range rows {
		if r.Class == "adverb" {
			continue
		}
		_, to, bound := strings.Cut(r.Value, ">")
		if !bound {
			to = r.Value
		}
		out = append(out, to)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// TestTreatmentsAreAClosedList holds every language to the treatments that
// docs/treatments.md defines: none of its own, and none that it cannot say.
func TestTreatmentsAreAClosedList(t *testing.T) {
	doc, err := os.ReadFile(filepath.Join("..", "..", "..", "docs", "treatments.md"))
	if err != nil {
		t.Fatal(err)
	}
	var want []string
	for _, m := range regexp.MustCompile(`(?m)^\| ([a-z-]+) \|`).FindAllStringSubmatch(string(doc), -1) {
		if m[1] != "treatment" {
			want = append(want, m[1])
		}
	}
	slices.Sort(want)
	if got := lang.Treatments(); !slices.Equal(got, want) {
		t.Errorf("the list is\n%v, that of the document\n%v", got, want)
	}
	for _, code := range lang.Codes {
		if got := verbTreatments(t, code); !slices.Equal(got, want) {
			t.Errorf("%s has the treatments\n%v, the document\n%v", code, got, want)
		}
	}
}

// TestVerbFormsAreLowerCase guards against forms that the middle of a sentence
// could never meet: the first letter of a lower-case form matches in both
// cases.
func TestVerbFormsAreLowerCase(t *testing.T) {
	for _, code := range lang.Codes {
		rows, err := lang.Table(code, "verbs")
		if err != nil {
			t.Fatal(err)
		}
		seen := map[string]string{}
		for _, r := range rows {
			first := string([]rune(r.Form)[:1])
			if first != strings.ToLower(first) {
				t.Errorf("%s: %q is upper case", code, r.Form)
			}
			key := r.Class + " " + r.Form
			if before, ok := seen[key]; ok {
				t.Errorf("%s: %q stands under %s and %s", code, r.Form, before, r.Value)
			}
			seen[key] = r.Value
		}
	}
}
