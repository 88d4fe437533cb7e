package main

import (
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"uncite/extract/lang"
)

// languageFlag is the flag of every verb for the language of what people read:
// heads of columns, captions, reports, findings. Names of flags and of the fields
// of data stay English.
const languageFlag = "lang"

func addLanguageFlag(root *cobra.Command) {
	root.PersistentFlags().String(languageFlag, "", "`LANGUAGE` of what people read, heads, captions, reports, findings: "+
		strings.Join(lang.Codes, " ")+" (that of the locale; of data English)")
	complete(root, languageFlag, lang.Codes)
}

// checkLanguage refuses a language that is none of the official ones. A list was
// meant for the filter, which has another name.
func checkLanguage(cmd *cobra.Command) error {
	f := cmd.Flags().Lookup(languageFlag)
	if f == nil || !f.Changed || slices.Contains(lang.Codes, f.Value.String()) {
		return nil
	}
	err := noneOf(languageFlag, f.Value.String(), lang.Codes)
	if cmd.Flags().Lookup("text-lang") != nil {
		err = fmt.Errorf("%w; --text-lang keeps the references of language versions", err)
	}
	return err
}

// spoken is the language of an output: the one that --lang names, else, for what
// people read, that of the locale. Data are the same everywhere.
func spoken(cmd *cobra.Command, people bool) string {
	if f := cmd.Flags().Lookup(languageFlag); f != nil && f.Changed {
		return f.Value.String()
	}
	if people {
		return localeLanguage(os.Getenv)
	}
	return lang.Fallback()
}

// localeLanguage is the official language of the locale: of "fr_CA.UTF-8" French;
// English where it is none of them.
func localeLanguage(env func(string) string) string {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		value := env(name)
		if value == "" {
			continue
		}
		code, _, _ := strings.Cut(value, "_")
		code, _, _ = strings.Cut(code, ".")
		if slices.Contains(lang.Codes, code) {
			return code
		}
		break
	}
	return lang.Fallback()
}

// speak sets the language of titles, names and legends, unless --labels names one.
func (g *graphFlags) speak(cmd *cobra.Command, people bool) {
	if !cmd.Flags().Changed("labels") {
		g.language = spoken(cmd, people)
	}
}
