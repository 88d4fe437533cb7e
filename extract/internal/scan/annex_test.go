package scan_test

import "testing"

// TestAnnexOfTheCitationBefore: an annex that the words hang on the citation
// before it is its place.
func TestAnnexOfTheCitationBefore(t *testing.T) {
	for _, c := range []struct{ protects, code, text, want string }{
		{"the annex thereto", "en", "recalls its resolution 60/288 and the annex thereto", "annex"},
		{"the annex thereto", "fr", "rappelle la résolution 60/288 et l’annexe y relative", "annex"},
		{"the annex of it", "es", "recuerda la resolución 60/288 y el anexo de la misma", "annex"},
		{"the annex to it", "ru", "напоминает о резолюции 60/288 и приложении к ней", "annex"},
		{"its annex", "en", "recalls its resolution 60/288 of 8 September 2006 and its annex", "annex"},
		{"its annex", "fr", "rappelle sa résolution 60/288 du 8 septembre 2006 et son annexe", "annex"},
		{"its annex", "es", "recuerda su resolución 60/288, de 8 de septiembre de 2006, y su anexo", "annex"},
		{"the possessive is an ending", "ar", "تشير إلى القرار 60/288 ومرفقه", "annex"},
		{"其附件", "zh", "回顾第60/288号决议及其附件", "annex"},
		{"a title stands between", "en", "recalls resolution 1980/67 on festive years, in particular paragraphs 1 to 10 of the annex thereto", "annex, paras. 1-10"},
		{"a title stands between", "es", "recuerda la resolución 1980/67 relativa a los años festivos, en particular los párrafos 1 a 10 de su anexo", "annex, paras. 1-10"},
		{"a title stands between", "zh", "回顾关于节日的第1980/67号决议，特别是其附件第1至10段", "annex, paras. 1-10"},
		{"that text", "en", "recalls resolution 60/288, and the lists in annex II to that text", "annex II"},
		{"that document", "fr", "rappelle la résolution 60/288 et les listes de l’annexe II de ce texte", "annex II"},
		{"that document", "es", "recuerda la resolución 60/288 y las listas del anexo II de dicho documento", "annex II"},
		{"that document", "ru", "напоминает о резолюции 60/288 и о списках в приложении II к этому документу", "annex II"},
		{"that document", "ar", "تشير إلى القرار 60/288 والقوائم الواردة في المرفق الثاني لتلك الوثيقة", "annex II"},
		{"that document", "zh", "回顾第60/288号决议和该文件附件二中的名单", "annex II"},
		{"a place of its own goes before", "en", "recalls resolution 60/288, annex II, and the annex thereto", "annex II"},
		{"another clause has other annexes", "en", "recalling resolution 60/288, and requesting the group to add in its annex II a list", "-"},
		{"another noun has other annexes", "en", "recalls resolution 60/288, and the treaty and its annex", "-"},
	} {
		if got := pinpoints(t, c.code, c.text); got != c.want {
			t.Errorf("%s (%s): %q gives %q, want %q", c.protects, c.code, c.text, got, c.want)
		}
	}
}

// TestPlaceOfParts: a place beside a number of several parts is one in the
// part that it stands by.
func TestPlaceOfParts(t *testing.T) {
	for _, c := range []struct{ protects, code, text, want string }{
		{"after: the last part's", "en", "recalls resolution 55/285 A and B, annex", "- | annex"},
		{"after: the last part's", "fr", "rappelle la résolution 55/285 A et B, annexe", "- | annex"},
		{"after: the last part's", "ru", "напоминает о резолюции 55/285 A и B, приложение", "- | annex"},
		{"after: the last part's", "zh", "回顾第55/285 A和B号决议，附件", "- | annex"},
		{"before: the first part's", "en", "under paragraph 3 of resolution 55/285 A and B", "para. 3 | -"},
		{"after a list: the last number's", "en", "recalls resolutions 70/262 and 2282 (2016), para. 3", "- | para. 3"},
		{"an article after a registration number", "en", "United Nations, Treaty Series, vol. 9998, No. 99999, art. 5", "art. 5"},
		{"an article after a registration number", "zh", "联合国，《条约汇编》，第9998卷，第99999号，第五条", "art. 5"},
	} {
		if got := pinpoints(t, c.code, c.text); got != c.want {
			t.Errorf("%s (%s): %q gives %q, want %q", c.protects, c.code, c.text, got, c.want)
		}
	}
}
