package symbol

import (
	"fmt"
	"strings"
	"testing"
)

func TestScan(t *testing.T) {
	tests := []struct{ in, want, protects string }{
		{"A/57/499.", "A/57/499", "the full stop of the sentence is no part"},
		{"A/75/7Add.2 and", "A/75/7Add.2", "a change without its slash"},
		{"A/RES/75/4 A/RES/60/1", "A/RES/75/4", "the next symbol of a column, and not a part A"},
		{"S/RES/1244 (1999) A/C.3/54/1", "S/RES/1244 (1999)", "the next symbol behind a year"},
		{"A/RES/73/2 S/2020/1", "A/RES/73/2", "the next symbol of another organ"},
		{"A/RES/74/3 A/B", "A/RES/74/3 A", "two parts with a stroke between them"},
		{"A/C.6/79.SR.37.", "A/C.6/79.SR.37", "a nature behind a dot in place of the slash"},
		{"A/75/7.The", "A/75/7", "the next sentence without a blank"},
		{"UNEP/EA.5/Res. 14 of", "UNEP/EA.5/Res. 14", "a blank before the number of a nature"},
		{"A/79/924- S/2025/351", "A/79/924- S/2025/351", "the second symbol on a line of its own"},
		{"A/57/499¹² and", "A/57/499", "a superscript note mark is no part"},
		{"A/75/729/Corr.1, annex", "A/75/729/Corr.1", "corrigendum"},
		{"A/AC.109/2020/L.8)", "A/AC.109/2020/L.8", "committee, year, limited document"},
		{"A/CONF.192/15", "A/CONF.192/15", "conference"},
		{"A/77/6 (Sect. 26), para", "A/77/6 (Sect. 26)", "budget section"},
		{"A/77/6 (Sect. 29A)", "A/77/6 (Sect. 29A)", "section with a letter"},
		{"A/CONF.157/24 (Part I), chap. III", "A/CONF.157/24 (Part I)", "part after a space"},
		{"A/CONF.157/24(Part I)/Corr.1", "A/CONF.157/24(Part I)/Corr.1", "a change after the bracket"},
		{"A/75/100 (see annex)", "A/75/100", "another bracket is no part"},
		{"A/75/100 (A/75/101)", "A/75/100", "a bracket with another symbol is no part"},
		{"NPT/CONF.2010/50 (Vol. I)", "NPT/CONF.2010/50 (Vol. I)", "volume"},
		{"NPT/CONF.2000/28 (Parts I and II)), vol", "NPT/CONF.2000/28 (Parts I and II)", "two parts"},
		{"NPT/CONF.2000/28(Parts I和II)", "NPT/CONF.2000/28(Parts I和II)", "two parts, Chinese connective"},
		{"A/CONF.151/26/Rev.1 (Vol. I and Vol. I/Corr.1, Vol. II)", "A/CONF.151/26/Rev.1 (Vol. I and Vol. I/Corr.1, Vol. II)", "several volumes in one bracket"},
		{"A/75/6 (Introduction)", "A/75/6 (Introduction)", "bracket word without number"},
		{"A/79/6 (Plan outline)", "A/79/6 (Plan outline)", "bracket of two words, the first part of a programme budget"},
		{"ICSC/96/R.2", "ICSC/96/R.2", "the Civil Service Commission"},
		{"UNODC/CCPCJ/EG.4/2017/4", "UNODC/CCPCJ/EG.4/2017/4", "an office that issues by itself"},
		{"S/RES/2511 (2020) of", "S/RES/2511 (2020)", "year of a Security Council resolution"},
		{"S/RES/1373(2001)", "S/RES/1373(2001)", "year without space"},
		{"A/74/976-S/2020/773.", "A/74/976-S/2020/773", "double symbol"},
		{"A/67/65/Corr.1-E/2012/48/Corr.1", "A/67/65/Corr.1-E/2012/48/Corr.1", "double symbol with changes"},
		{"E/CN.4/2001/2-E/CN.4/Sub.2/2000/46", "E/CN.4/2001/2-E/CN.4/Sub.2/2000/46", "double symbol of one organ"},
		{"A/75/79-based", "A/75/79", "a hyphen that joins a word"},
		{"FCCC/CP/2015/10/Add.1", "FCCC/CP/2015/10/Add.1", "treaty conference"},
		{"ISBA/24/A/10", "ISBA/24/A/10", "nature in the middle"},
		{"UNEP/EA.5/Res.14", "UNEP/EA.5/Res.14", "mixed case from the table"},
		{"UNEP/CBD/BS/COP-MOP/5/17", "UNEP/CBD/BS/COP-MOP/5/17", "hyphen inside a component"},
		{"UNEP(DTIE)/Hg/CONF/4", "UNEP(DTIE)/Hg/CONF/4", "root with an office in brackets"},
		{"UNEP/OzL.Pro.30/11", "UNEP/OzL.Pro.30/11", "two dots in one component"},
		{"CD/1679", "CD/1679", "root and number only"},
		{"CD/8/Rev.10", "CD/8/Rev.10", "a short number counts when more follows"},
		{"ICCD/COP(9)/18/Add.1", "ICCD/COP(9)/18/Add.1", "session in brackets"},
		{"ST/SGB/2008/5/Amend.1", "ST/SGB/2008/5/Amend.1", "bulletin with amendment"},
		{"A/RES/2200 (XXI) of", "A/RES/2200 (XXI)", "roman session"},
		{"A/RES/2200 A (XXI)", "A/RES/2200 A (XXI)", "letter before the session"},
		{"A/RES/217 (III) A", "A/RES/217 (III) A", "letter behind the session"},
		{"A/RES/217A(III)", "A/RES/217A(III)", "letter attached"},
		{"A/RES/3201 (S-VI)", "A/RES/3201 (S-VI)", "roman special session"},
		{"A/RES/53/243 A and B", "A/RES/53/243 A", "first letter of a list; the list is the caller's"},
		{"A/RES/60/1 A report", "A/RES/60/1", "an article is no letter"},
		{"A/RES/60/288, A/RES/60/1", "A/RES/60/288", "a comma ends it"},
		{"A/RES/60/288 (2006)", "A/RES/60/288", "a year after a session number is no part"},
		{"A/RES/S-24/2", "A/RES/S-24/2", "special session"},
		{"A/ES-10/794", "A/ES-10/794", "emergency session"},
		{"E/CN.4/RES/2005/80", "E/CN.4/RES/2005/80", "a commission's resolution"},
		{"CAT/C/ITA/CO/5-6,", "CAT/C/ITA/CO/5-6", "two periodic reports in one"},
		{"CEDAW/C/2010/47/GC.2", "CEDAW/C/2010/47/GC.2", "treaty body"},
		{"CCPR/CO/74/SWE", "CCPR/CO/74/SWE", "treaty body"},
		{"CCPR/CO/81/BEL/Add.1", "CCPR/CO/81/BEL/Add.1", "treaty body"},
		{"S/AC.44/2004/(02)/5", "S/AC.44/2004/(02)/5", "bracketed component"},
		{"BWC/CONF.VIII/4", "BWC/CONF.VIII/4", "roman conference"},
		{"CTBT-Art.XIV/2019/6", "CTBT-Art.XIV/2019/6", "root with a hyphen"},
		{"IDB.47/3", "IDB.47/3", "root with a session"},
		{"A/75/PV.46", "A/75/PV.46", "verbatim record"},
		{"S/PV.8732 (Resumption 1)", "S/PV.8732 (Resumption 1)", "resumed meeting"},
		{"S/Agenda/8979", "S/Agenda/8979", "mixed case without dot"},
		{"A/C.3/75/L.50/Rev.1", "A/C.3/75/L.50/Rev.1", "draft"},
		{"HRI/GEN/1/Rev.9", "HRI/GEN/1/Rev.9", "word, number, revision"},
		{"A/520/Rev.15", "A/520/Rev.15", "old one-number series"},
		{"A/520", "A/520", "three figures behind a single letter"},
	}
	for _, tt := range tests {
		n, ok := Scan([]byte(tt.in))
		if !ok || tt.in[:n] != tt.want {
			t.Errorf("Scan(%q) = %q, %v; want %q (%s)", tt.in, tt.in[:n], ok, tt.want, tt.protects)
		}
	}
}

func TestScanFindsNothing(t *testing.T) {
	tests := []struct{ in, protects string }{
		{"", "empty"},
		{"A", "too short"},
		{"and/or", "words joined by a slash"},
		{"km/h", "units"},
		{"N/A", "unknown root"},
		{"S/he", "known root, lower-case word"},
		{"24/7", "figures only"},
		{"HIV/AIDS", "unknown root of capitals"},
		{"A/H1N1", "a virus: a word with a figure inside"},
		{"A/California/7/2009", "a strain of it"},
		{"A/4", "paper size"},
		{"S/2", "single letter and one figure"},
		{"A/100th", "a letter follows the number"},
		{"A/RES/", "nature without number"},
		{"CERD/C", "committee without number"},
		{"A//75", "empty component"},
		{"C-27/DEC.1", "a series of another organization"},
		{"WT/MIN(01)/DEC/2", "World Trade Organization: only when asked"},
		{"GC(64)/RES/10", "Atomic Energy Agency: only when asked"},
		{"EC-10/DG.1", "not of the United Nations"},
		{"E/", "root alone"},
		{"E/F", "languages side by side"},
		{"CD/DVD", "media"},
	}
	for _, tt := range tests {
		if n, ok := Scan([]byte(tt.in)); ok {
			t.Errorf("Scan(%q) = %q; want nothing (%s)", tt.in, tt.in[:n], tt.protects)
		}
	}
}

func TestScanDoesNotAllocate(t *testing.T) {
	for _, in := range []string{"A/CONF.157/24 (Part I)/Corr.1", "A/74/976-S/2020/773", "CTBT-Art.XIV/2019/6", "UNEP/EA.5/Res.14", "A/75/100 (see annex)"} {
		b := []byte(in)
		if n := testing.AllocsPerRun(100, func() { Scan(b) }); n != 0 {
			t.Errorf("Scan(%q) allocates %v times", in, n)
		}
	}
}

func TestParseCanonical(t *testing.T) {
	tests := []struct{ in, want, protects string }{
		{"A/77/6 (Sect. 26)", "A/77/6(Sect.26)", "no spaces"},
		{"A/CONF.157/24 (Part I)", "A/CONF.157/24(PartI)", "part"},
		{"A/CONF.157/24 (PART I)", "A/CONF.157/24(PartI)", "capitals in the bracket"},
		{"A/75/53(SUPP)", "A/75/53", "a link's mark of a supplement is not identity"},
		{"NPT/CONF.2000/28 (Parts I and II)", "NPT/CONF.2000/28(PartsIandII)", "two parts"},
		{"NPT/CONF.2000/28 (Parts I-II)", "NPT/CONF.2000/28(PartsIandII)", "two neighbours as a range"},
		{"NPT/CONF.2000/28(Part I和II)", "NPT/CONF.2000/28(PartsIandII)", "Chinese, singular"},
		{"A/CONF.151/26/Rev.1 (Vol. I and Vol. I/Corr.1)", "A/CONF.151/26/Rev.1(Vol.I)", "first thing of a bracket"},
		{"A/75/100 (Part E)", "A/75/100(PartE)", "a letter that with the word before it looks like a Spanish word"},
		{"A/79/6 (Plan outline)", "A/79/6(Planoutline)", "bracket of two words"},
		{"A/75/6 (المقدمة)", "A/75/6(Introduction)", "bracket word in Arabic"},
		{"A/RES/2200 (XXI) A", "A/RES/2200(XXI)A", "letter last"},
		{"A/RES/2200A(XXI)", "A/RES/2200(XXI)A", "letter attached"},
		{"A/RES/2200 A (XXI)", "A/RES/2200(XXI)A", "letter between"},
		{"A/RES/53/243 A", "A/RES/53/243A", "letter of a session number"},
		{"A/RES/57/228b", "A/RES/57/228B", "lower-case letter of a link"},
		{"A/RES/53/243[A]", "A/RES/53/243A", "letter in square brackets"},
		{"S/RES/1373", "S/RES/1373(2001)", "year from the table"},
		{"S/RES/1373 (2001)", "S/RES/1373(2001)", "printed year"},
		{"A/RES/3201 (S-VI)", "A/RES/3201(S-VI)", "roman special session"},
		{"A/RES/106 (S-1)", "A/RES/106(S-I)", "arabic special session of the roman time"},
		{"A/RES/217", "A/RES/217(III)", "session from the table where it is certain"},
		{"A/DEC/74/556", "A/DEC/74/556", "decision"},
		{"a/hrc/res/44/20", "A/HRC/RES/44/20", "lower case"},
		{"unep/ea.5/res.14", "UNEP/EA.5/Res.14", "table spelling restored"},
		{"UNEP/EA.4/RES.1", "UNEP/EA.4/Res.1", "two spellings, one identifier"},
		{"A/75/729/CORR.1", "A/75/729/Corr.1", "change restored"},
		{"e/res/1996/31", "E/RES/1996/31", "ECOSOC"},
		{"E/RES/663 C (XXIV)", "E/RES/663(XXIV)C", "ECOSOC roman with letter"},
		{"Ａ/７５/７２９", "A/75/729", "full width"},
		{"А/75/729", "A/75/729", "Cyrillic look-alike"},
		{"A/HCR/24/57", "A/HRC/24/57", "a misprint that no series has is set right"},
		{"A/٧٥/٧٢٩", "A/75/729", "Arabic-Indic figures"},
		{"S/RES/1373（2001）", "S/RES/1373(2001)", "full-width brackets"},
		{"A/RES/60/288.", "A/RES/60/288", "full stop"},
		{"(A/75/729)", "A/75/729", "brackets around"},
		{"https://undocs.org/en/A/RES/60/288", "A/RES/60/288", "a copied link"},
		{"https://undocs.org//sp/S/RES/2127 (2013)", "S/RES/2127(2013)", "a copied link with doubled slash and a language"},
		{"E/2020/48.)", "E/2020/48", "a bracket that the copy tore off"},
		{"S/AC.44/2004/(02)/5", "S/AC.44/2004/(02)/5", "a zero that belongs"},
		{"S/AC.57/2024/COMM.07", "S/AC.57/2024/COMM.07", "a zero stays as it was printed"},
		{"A/CONF/157/24 (Part I)", "A/CONF.157/24(PartI)", "a slash for the dot of a conference"},
		{"APLC/CONF/2004/5", "APLC/CONF/2004/5", "the conferences of other series have the slash"},
		{"A/75/7Add.2", "A/75/7/Add.2", "a change without its slash"},
		{"A/C.6/79.SR.37", "A/C.6/79/SR.37", "a dot for the slash"},
		{"UNEP/EA.5/Res. 14", "UNEP/EA.5/Res.14", "a blank in the number"},
		{"NPT/CONF.2000/28 (Parts I y II)", "NPT/CONF.2000/28(PartsIandII)", "the Spanish and is no part"},
		{"NPT/CONF.2000/28 (Partes I e II)", "NPT/CONF.2000/28(PartsIandII)", "nor its other form"},
		{"A/75/6 (Parts D, E and F)", "A/75/6(PartsD,EandF)", "a part called E"},
		{"60/288", "A/RES/60/288", "General Assembly by its shape"},
		{"resolution 60/288", "A/RES/60/288", "type word"},
		{"decision 74/556", "A/DEC/74/556", "decision by type word"},
		{"2200 A (XXI)", "A/RES/2200(XXI)A", "bare roman"},
		{"1503 (XLVIII)", "E/RES/1503(XLVIII)", "a session the Assembly had not reached with such numbers"},
		{"1373 (2001)", "S/RES/1373(2001)", "Security Council by its shape"},
		{"1996/31", "E/RES/1996/31", "ECOSOC by its shape"},
		{"S-24/2", "A/RES/S-24/2", "special session"},
		{"ES-10/15", "A/RES/ES-10/15", "emergency special session"},
		{"Human Rights Council resolution 7/22", "A/HRC/RES/7/22", "owner named"},
		{"UNSCR 1325", "S/RES/1325(2000)", "abbreviated owner"},
		{"GC(64)/RES/10", "GC(64)/RES/10", "a series that is only known when asked"},
	}
	for _, tt := range tests {
		got, err := Parse(tt.in)
		if err != nil || got.Canonical != tt.want {
			t.Errorf("Parse(%q) = %q, %v; want %q (%s)", tt.in, got.Canonical, err, tt.want, tt.protects)
		}
		if again, err := Parse(got.Canonical); err != nil || again.Canonical != got.Canonical {
			t.Errorf("Parse(%q) = %q, %v; want the same (%s)", got.Canonical, again.Canonical, err, tt.protects)
		}
	}
}

func TestParseErrors(t *testing.T) {
	tests := []struct{ in, reason, protects string }{
		{"", "empty", "nothing"},
		{"and/or", "no series", "words"},
		{"24/7", "since the 31st", "a session before numbers began anew"},
		{"N/A", "no series", "abbreviation"},
		{"S/he", "no number", "known root without number"},
		{"A/RS/75/1", "no part of the organ", "a second part that names nothing"},
		{"S/2338/2024", "another organisation", "the Council has the year before the number"},
		{"resolution 1373", "1373 (2001)", "a number alone, with what it may be"},
		{"99999", "neither a series", "a number alone that no organ reached"},
		{"A/RES/1480", "lacks its session", "between two sessions' known numbers"},
		{"A/RES/1373 (2001)", "belongs to the Security Council", "year on the wrong organ"},
		{"S/RES/9999", "lacks its year", "number outside the table"},
		{"S/RES/1373 (XXI)", "by years", "session on the wrong organ"},
		{"A/75/729 and more", "no part of one", "rest after a symbol"},
		{strings.Repeat("A/", 300), "too long", "a very long string"},
	}
	for _, tt := range tests {
		got, err := Parse(tt.in)
		if err == nil || !strings.Contains(err.Error(), tt.reason) {
			t.Errorf("Parse(%q) = %q, %v; want an error with %q (%s)", tt.in, got.Canonical, err, tt.reason, tt.protects)
		}
	}
}

func TestParseFields(t *testing.T) {
	tests := []struct {
		in       string
		want     string // body, kind, session, year, number, letter, part, nature, changes
		protects string
	}{
		{"A/RES/60/288", "general-assembly resolution 60 0 288   RES ", "GA resolution"},
		{"S/RES/2396 (2017)", "security-council resolution  2017 2396   RES ", "SC resolution"},
		{"A/RES/2200 A (XXI)", "general-assembly resolution 21 0 2200 A  RES ", "roman session as a number"},
		{"A/RES/3201 (S-VI)", "general-assembly resolution S-6 0 3201   RES ", "special session"},
		{"E/DEC/2020/219", "economic-and-social-council decision  2020 219   DEC ", "decision"},
		{"A/C.6/77/SR.35", "sixth-committee document 77 0 35   SR ", "committee in a session"},
		{"A/75/729/Rev.1/Corr.1", "general-assembly document 75 0 729    Rev.1 Corr.1", "changes in order"},
		{"A/CONF.157/24 (Part I)", " document  0 24  PartI  ", "part, and a conference is no organ's"},
		{"A/CONF.189/12/Corr.1", " document  0 12    Corr.1", "the number of a conference is no session"},
		{"A/AC.109/2020/L.8", "special-committee-on-the-situation-with-regard-to-the-implementation-of-the-declaration-on-the-granting-of-independence-to-colonial-countries-and-peoples document  2020 8   L ", "year before nature"},
		{"UNEP/EA.5/Res.14", "united-nations-environment-assembly resolution 5 0 14   RES ", "session in the root's component"},
		{"A/HRC/RES/S-21/1", "human-rights-council resolution S-21 0 1   RES ", "special session of the Council"},
		{"ICCD/COP(13)/21/Add.1", "conference-of-the-parties-to-the-united-nations-convention-to-combat-desertification-in-those-countries-experiencing-serious-drought-and-or-desertification-particularly-in-africa document 13 0 21    Add.1", "session in brackets"},
		{"NPT/CONF.2010/50 (Vol. I)", "conference-of-the-parties-to-the-treaty-on-the-non-proliferation-of-nuclear-weapons document  2010 50  Vol.I  ", "year in a component"},
		{"S/PRST/2021/1", "security-council document  2021 1   PRST ", "presidential statement"},
		{"CAT/C/ITA/CO/5-6", "committee-against-torture document  0 5-6   CO ", "range of reports"},
	}
	for _, tt := range tests {
		s, err := Parse(tt.in)
		if err != nil {
			t.Errorf("Parse(%q): %v", tt.in, err)
			continue
		}
		got := strings.Join([]string{strings.TrimPrefix(s.Body, "entity:"), string(s.Kind), s.Session, itoa(s.Year), s.Number, s.Letter, s.Part, s.Nature, strings.Join(s.Changes, " ")}, " ")
		if got != tt.want {
			t.Errorf("Parse(%q)\n got %q\nwant %q (%s)", tt.in, got, tt.want, tt.protects)
		}
	}
}

func TestDoubleSymbolIsOneDocument(t *testing.T) {
	s, err := Parse("A/74/976-S/2020/773")
	if err != nil || s.Canonical != "A/74/976" || s.Alias != "S/2020/773" {
		t.Errorf("got %q, alias %q, %v", s.Canonical, s.Alias, err)
	}
}

// What RomanFits takes for beyond doubt, Check must not contradict.
func TestRomanFitsAsCheck(t *testing.T) {
	fits := 0
	for number := 1; number <= 3600; number += 7 {
		for session := 1; session <= 30; session++ {
			roman := Roman(session)
			for _, date := range []string{"", "1946-12-14", "1960-12-14", "1961-09-20", "1970-10-24", "1975"} {
				if !RomanFits(number, roman, date) {
					continue
				}
				fits++
				id := fmt.Sprintf("A/RES/%d(%s)", number, roman)
				if note, ok := Check(id, date); !ok {
					t.Errorf("%s of %q: %s", id, date, note)
				}
			}
		}
	}
	if fits == 0 {
		t.Error("nothing ever fits")
	}
}
