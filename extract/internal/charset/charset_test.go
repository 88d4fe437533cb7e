package charset

import (
	"encoding/binary"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding"
)

// The sentences are of the length of a short letter: a file of a few words
// tells its encoding to nobody.
const (
	french  = "L’Assemblée générale, rappelant sa résolution 64/292 relative à l’eau, réaffirme que les élèves des vallées élevées ont été privés d’écoles où l’on apprend à lire; les mères, les pères et les frères l’ont répété."
	oe      = "Les sœurs ont mis leurs vœux en œuvre: un œil sur le bœuf, un œuf dans le cœur de l’été, et l’élève a mangé."
	spanish = "La Asamblea General, recordando su resolución 64/292 sobre el agua, reafirma que los niños de las montañas más altas todavía no tienen educación ni atención médica según el último informe de la Comisión."
	russian = "Генеральная Ассамблея, ссылаясь на свою резолюцию 66/288, постановляет, что пастухи и ученики поднимутся на перевал, где их встретят хлебом и песнями, и просит Секретаря представить доклад."
	arabic  = "إن الجمعية العامة، إذ تشير إلى قرارها 70/1 بشأن المياه في الجبال، تقرر أن يصعد الرعاة والتلاميذ إلى الممر حيث يستقبلهم أهل القرية بالخبز والأغاني، وتطلب تقديم تقرير."
	chinese = "大会，回顾其关于水的第64/292号决议，决定牧民和学生在夏天一起走到山口，村民在那里以面包和歌声欢迎他们，并请秘书长向大会提交报告。"
	hant    = "大會，回顧其關於水的第64/292號決議，決定牧民和學生在夏天一起走到山口，村民在那裡以麵包和歌聲歡迎他們，並請秘書長向大會提交報告。"
	czech   = "Děti z horských vesnic šly přes průsmyk, kde je čekali pastýři s chlebem a žlutým sýrem; říkali, že příští léto bude ještě větší."
	raised  = "The General Assembly,\n\nRecalling its resolutions on the keepers of huts,¹\n\nDecides to hold a meeting of those who keep them, in the summer, at the pass.\n\n¹\u00A0A/64/606."
	english = "The “keepers” of the huts – those of the Assembly’s resolution 64/292 – met at the café."
)

// encode writes s in a scheme of the table.
func encode(t *testing.T, name, s string) []byte {
	t.Helper()
	e := named(name)
	var enc encoding.Encoding = e.several
	if e.single != nil {
		enc = e.single
	}
	out, err := enc.NewEncoder().String(s)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return []byte(out)
}

// utf16Bytes writes s in UTF-16 without a mark.
func utf16Bytes(s string, order binary.AppendByteOrder) []byte {
	var out []byte
	for _, u := range utf16.Encode([]rune(s)) {
		out = order.AppendUint16(out, u)
	}
	return out
}

// TestToldByItsBytes holds a text in each encoding to come back as it was
// written, without a word of what it is in.
func TestToldByItsBytes(t *testing.T) {
	straight := func(s string) string {
		return strings.NewReplacer("’", "'", "“", `"`, "”", `"`, "–", "-").Replace(s)
	}
	plain := strings.Replace(english, "café", "inn", 1)
	for _, c := range []struct{ encoding, text string }{
		{"windows-1252", french}, {"windows-1252", spanish + " «Fin» – “sí”"}, {"windows-1252", english},
		{"ISO-8859-1", straight(french)}, {"ISO-8859-1", spanish},
		{"ISO-8859-15", straight(oe)}, // œ is a fraction in its elder brother
		{"ISO-8859-15", strings.Repeat(straight(french)+"\n", 60) + straight(oe)}, // far behind what is sampled
		{"ISO-8859-1", raised},
		{"macintosh", french}, {"macintosh", spanish}, {"IBM850", straight(french)},
		{"windows-1250", czech},
		{"windows-1251", russian}, {"KOI8-R", russian}, {"ISO-8859-5", russian}, {"IBM866", russian},
		{"x-mac-cyrillic", russian + " Я и моя семья. Представляя. Для"}, // я is what tells it from Windows
		{"windows-1256", arabic}, {"ISO-8859-6", arabic},
		{"GB18030", chinese}, {"Big5", hant},
		// Passages of a language of its own script in an English text.
		{"windows-1253", plain + " The keepers’ book is “Το βιβλίο των πηγαδιών και των φυλάκων τους”, of which one copy is left."},
		{"windows-1255", plain + " The keepers’ book is “ספר הבארות והשומרים שלהן”, of which one copy is left."},
		{"windows-1251", plain + " The keepers’ book is “Книга о колодцах и об их хранителях”, of which one copy is left."},
		{"windows-1256", plain + " The keepers’ book is “كتاب الآبار وحراسها في الجبال”, of which one copy is left."},
	} {
		got, err := Decode(encode(t, c.encoding, c.text), "")
		if err != nil || got.Text != c.text || got.Encoding != c.encoding || got.Replaced != 0 {
			t.Errorf("%s: told as %s, %d replaced, error %v:\n%.90s", c.encoding, got.Encoding, got.Replaced, err, got.Text)
		}
	}
}

// TestWithoutMark holds UTF-16 and UTF-32 without a byte order mark to be told
// in either order; Han characters have few zero bytes, and some in the low half.
func TestWithoutMark(t *testing.T) {
	for _, s := range []string{english, russian, arabic, chinese, strings.Repeat("一三〇號", 9)} {
		for name, data := range map[string][]byte{
			"UTF-16LE": utf16Bytes(s, binary.LittleEndian), "UTF-16BE": utf16Bytes(s, binary.BigEndian)} {
			if got, err := Decode(data, ""); err != nil || got.Text != s || got.Encoding != name {
				t.Errorf("%s: told as %s, %v: %.40s", name, got.Encoding, err, got.Text)
			}
		}
	}
	var wide []byte
	for _, r := range russian {
		wide = binary.LittleEndian.AppendUint32(wide, uint32(r))
	}
	if got, _ := Decode(wide, ""); got.Text != russian || got.Encoding != "UTF-32LE" {
		t.Errorf("UTF-32 without mark: %s", got.Encoding)
	}
}

func TestMarks(t *testing.T) {
	for _, c := range []struct {
		why, in, want, encoding string
		replaced                int
	}{
		{"the mark of UTF-8 is no text", "\xEF\xBB\xBFété", "été", UTF8, 0},
		{"UTF-16, little end first", "\xFF\xFEa\x00\xE9\x00", "aé", "UTF-16LE", 0},
		{"UTF-16, big end first", "\xFE\xFF\x00a\x00\xE9", "aé", "UTF-16BE", 0},
		{"a file that is cut off loses its last half character", "\xFE\xFF\x00a\x00", "a", "UTF-16BE", 1},
		{"half of a pair is replaced, not a reason to refuse", "\xFF\xFE\x00\xD8a\x00", "\uFFFDa", "UTF-16LE", 1},
		{"UTF-32", "\x00\x00\xFE\xFF\x00\x00\x00a", "a", "UTF-32BE", 0},
		{"decomposed accents stay as they are", "e\u0301te\u0301", "e\u0301te\u0301", UTF8, 0},
		{"full width and presentation forms too", "ＡＢ ﬁ ﷲ", "ＡＢ ﬁ ﷲ", UTF8, 0},
		{"lines that end with carriage returns alone", "a\rb\r", "a\nb\n", UTF8, 0},
		{"those of Windows stay", "a\r\nb", "a\r\nb", UTF8, 0},
	} {
		got, err := Decode([]byte(c.in), "")
		if err != nil || got.Text != c.want || got.Encoding != c.encoding || got.Replaced != c.replaced {
			t.Errorf("%s: %q %s %d, %v", c.why, got.Text, got.Encoding, got.Replaced, err)
		}
	}
}

// TestBadBytes holds a bad byte to cost itself and to be counted.
func TestBadBytes(t *testing.T) {
	for _, c := range []struct{ why, in, want string }{
		{"an apostrophe pasted from Windows", "Les élèves de l\x92été", "Les élèves de l’été"},
		{"a letter pasted from Windows", "élèves, cr\xE9\xE9s à l’été, été", "élèves, créés à l’été, été"},
		{"half a Cyrillic letter", "резолюция \xD0, ссылаясь", "резолюция \uFFFD, ссылаясь"},
		{"a zero byte", "a résolution\x00 64/292", "a résolution\uFFFD 64/292"},
	} {
		got, err := Decode([]byte(c.in), "")
		if err != nil || got.Text != c.want || got.Encoding != UTF8 || got.Replaced == 0 {
			t.Errorf("%s: %q %s %d, %v", c.why, got.Text, got.Encoding, got.Replaced, err)
		}
	}
}

// TestDeclared holds what a file says of itself to be believed where its bytes
// allow it, and not where they are plainly UTF-8.
func TestDeclared(t *testing.T) {
	if got, _ := Decode([]byte("\xE9t\xE9"), "windows-1251"); got.Text != "йtй" {
		t.Errorf("declared and possible: %q", got.Text)
	}
	if got, _ := Decode([]byte(french), "iso-8859-1"); got.Text != french {
		t.Errorf("declared Latin-1, but UTF-8: %q", got.Text)
	}
	if got, _ := Decode(encode(t, "KOI8-R", russian), "x-unknown"); got.Text != russian {
		t.Errorf("declared, but not known: %q", got.Text)
	}
}

// TestNoText holds what is no text to be told as such.
func TestNoText(t *testing.T) {
	noise := make([]byte, 4096)
	for i, x := 0, uint32(1); i < len(noise); i++ {
		x = x*1664525 + 1013904223
		noise[i] = byte(x >> 24)
	}
	for why, data := range map[string][]byte{
		"noise":                   noise,
		"zeros":                   make([]byte, 500),
		"a program":               []byte("\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x03\x00\x3e\x00\x01\x00\x00\x00"),
		"control characters only": []byte(strings.Repeat("\x01\x02\x03", 50)),
	} {
		if got, err := Decode(data, ""); err == nil {
			t.Errorf("%s was read as %s: %.20q", why, got.Encoding, got.Text)
		}
	}
	if _, err := Decode(nil, ""); err != nil {
		t.Error("nothing at all is an empty text, which is for the caller to judge")
	}
}

// FuzzDecode holds Decode to its promise: valid UTF-8 without zeros, and the
// same each time.
func FuzzDecode(f *testing.F) {
	f.Add([]byte(french))
	f.Add(utf16Bytes(chinese, binary.LittleEndian))
	f.Add([]byte("\xEF\xBB\xBFa\xFF"))
	f.Add([]byte("r\xE9solution 64/292"))
	f.Fuzz(func(t *testing.T, data []byte) {
		got, err := Decode(data, "")
		if err != nil {
			return
		}
		if !utf8.ValidString(got.Text) || strings.ContainsRune(got.Text, 0) {
			t.Fatalf("no text: %q", got.Text)
		}
		if again, _ := Decode(data, ""); again != got {
			t.Fatalf("%s, then %s", got.Encoding, again.Encoding)
		}
	})
}

// TestIsPlain holds the quick check to the slow ones: on texts of each script, on each
// of them with a byte changed, and on what is cut off.
func TestIsPlain(t *testing.T) {
	texts := []string{"The Security Council,", "Совет Безопасности,", "مجلس الأمن،", "安全理事会，", "Conseil de sécurité", "\U0001F30D á\u0301", "퟿", "\uE000", "\u0800ࠀ", "\uFFFC\uFFFD\uFFFE", "\u0085\u00A0", "\U00040000"}
	for _, text := range texts { // longer than what is looked at at once, begun at each of its places
		texts = append(texts, strings.Repeat(text, 4), "x"+strings.Repeat(text, 4))
	}
	check := func(data []byte) {
		text := string(data)
		rare := strings.ContainsAny(text, "\uFFFD") || strings.ContainsFunc(text, func(r rune) bool { return r >= 0x40000 })
		want := utf8.Valid(data) && !rare && controls(text) == 0 && nextControl(text, 0) < 0
		if got := isPlain(data); got != want {
			t.Errorf("%q: %v, want %v", data, got, want)
		}
	}
	for _, text := range texts {
		for end := range len(text) + 1 {
			check([]byte(text[:end]))
		}
		for i := range len(text) {
			for b := range 256 {
				data := []byte(text)
				data[i] = byte(b)
				check(data)
			}
		}
	}
}

// TestControls wants what was pasted from Windows-1252 and taken for ISO-8859-1 to be read as
// it was meant, and U+0085 as the end of a line where there is no other.
func TestControls(t *testing.T) {
	for _, c := range []struct {
		text, want string
		replaced   int
	}{
		{"les droits de l\u0092enfant\n", "les droits de l’enfant\n", 1},
		{"the \u0093Plan\u0094 of 2001\u00962010\n", "the “Plan” of 2001–2010\n", 3},
		{"and so on\u0085\n", "and so on…\n", 1},
		{"Recalling its resolution,\u0085Decides to meet.", "Recalling its resolution,\nDecides to meet.", 0},
		{"« Les montagnes »\u00A0: école\n", "« Les montagnes »\u00A0: école\n", 0},
	} {
		got, err := Decode([]byte(c.text), "")
		if err != nil || got.Text != c.want || got.Replaced != c.replaced {
			t.Errorf("%q: %q, %d replaced, error %v", c.text, got.Text, got.Replaced, err)
		}
	}
}

// TestTwice mends UTF-8 that was taken for another encoding and written as UTF-8 anew, and
// leaves alone what only looks so.
func TestTwice(t *testing.T) {
	again := func(s, encoding string) string {
		var b strings.Builder
		for i := range len(s) {
			r := named(encoding).single.DecodeByte(s[i])
			if r == utf8.RuneError {
				r = rune(s[i]) // as browsers read what is no character there
			}
			b.WriteRune(r)
		}
		return b.String()
	}
	count := func(s string) (n int) {
		for _, r := range s {
			if r >= utf8.RuneSelf {
				n++
			}
		}
		return n
	}
	tests := []struct{ name, in, want string }{
		{"French", again(french, "windows-1252"), french},
		{"Spanish", again(spanish, "windows-1252"), spanish},
		{"Russian", again(russian, "windows-1252"), russian},
		{"Russian by its own encoding", again(russian, "windows-1251"), russian},
		{"Arabic", again(arabic, "windows-1252"), arabic},
		{"Chinese", again(chinese, "windows-1252"), chinese},
		{"English, few letters", again(english, "windows-1252"), english},
		{"a quotation pasted into a text", french + " “" + again("l’été", "windows-1252") + "”", french + " “l’été”"},
		{"as ISO-8859-1", french + " l\u00e2\u0080\u0099eau", french + " l’eau"},
		{"a closing mark of which a byte is lost", french + " â€œété\u00e2\u20ac\ufffd", french + " “été”"},
		{"a dash in Chinese", chinese + again("–", "windows-1252"), chinese + "–"},
	}
	for _, test := range tests {
		got, err := Decode([]byte(test.in), "")
		if err != nil || got.Text != test.want {
			t.Errorf("%s: %q, %v", test.name, got.Text, err)
		}
		if n := count(test.want); got.Replaced == 0 || got.Replaced > n {
			t.Errorf("%s: %d replaced of %d", test.name, got.Replaced, n)
		}
	}
	for _, s := range []string{french, oe, spanish, russian, arabic, chinese, hant, czech, raised, english,
		"Le «\u00a0comité\u00a0» des «\u00a0privilégié\u00a0» a siégé.", "Le comité\u00a0» a siégé\u00a0», répété\u00a0».",
		"PÂTURAGE, ÂGE ET RÂTEAU, BÂTI ET MÂT", "Les « pâtés » de l’âne coûtent 5 € – ou 6 €.", "A\u00a0§ 5 «à» 3 °C, ±1 µm"} {
		if got, err := Decode([]byte(s), ""); err != nil || got.Text != s || got.Replaced != 0 {
			t.Errorf("%q became %q, %v", s, got.Text, err)
		}
	}
}
