package main

import "testing"

func TestLocaleLanguage(t *testing.T) {
	for _, row := range []struct{ protects, all, messages, lang, want string }{
		{"no locale at all", "", "", "", "en"},
		{"the language of a country", "", "", "fr_CA.UTF-8", "fr"},
		{"LC_ALL goes before the others", "ru_RU.UTF-8", "fr_FR", "es_ES", "ru"},
		{"messages before the rest", "", "zh_CN.UTF-8", "en_US", "zh"},
		{"the C locale is English", "C.UTF-8", "", "fr_FR", "en"},
		{"a language that is not official", "", "", "de_DE.UTF-8", "en"},
	} {
		env := map[string]string{"LC_ALL": row.all, "LC_MESSAGES": row.messages, "LANG": row.lang}
		if got := localeLanguage(func(name string) string { return env[name] }); got != row.want {
			t.Errorf("%s: %q, want %q", row.protects, got, row.want)
		}
	}
}
