package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"uncite/render"
)

// addLookFlags adds the flags that say how a picture looks.
func addLookFlags(cmd *cobra.Command, l *render.Look) {
	fl := cmd.Flags()
	fl.StringVar(&l.Color, "color", render.Colorings[0], "`WHAT` the colour of a node stands for: "+strings.Join(render.Colorings, ", "))
	fl.StringVar(&l.Size, "size", "", "`MEASURE` that sizes stand for; the first of --by unless told otherwise")
	fl.StringVar(&l.Names, "names", "", "`WHAT` stands beside a node: "+strings.Join(render.Namings, ", ")+" (its label, and the title of the most central)")
	fl.StringVar(&l.Page, "page", "", "`PAGE` that the picture is to fit, with type of 6 points or more: "+strings.Join(pageNames(), ", "))
	fl.StringVar(&l.Time, "time", "", "`HOW` the years of a map run: "+strings.Join(render.Times, ", ")+" (down, but across on a page that is wider than high)")
	fl.StringVar(&l.Ground, "ground", "", "`COLOUR` of the page, such as white; transparent unless told otherwise")
	for name, values := range map[string][]string{"color": render.Colorings, "names": render.Namings, "page": pageNames(), "time": render.Times, "size": measureNames()} {
		_ = cmd.RegisterFlagCompletionFunc(name, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp))
	}
}

func pageNames() []string {
	names := make([]string, len(render.Pages))
	for i, p := range render.Pages {
		names[i] = p.Name
	}
	return names
}

// checkLook refuses what is none of the values that a flag takes.
func checkLook(l *render.Look) error {
	for _, f := range []struct {
		name, value string
		allowed     []string
	}{{"color", l.Color, render.Colorings}, {"names", l.Names, render.Namings}, {"page", l.Page, pageNames()}, {"time", l.Time, render.Times}, {"size", l.Size, measureNames()}} {
		if f.value != "" && !slices.Contains(f.allowed, f.value) {
			return noneOf(f.name, f.value, f.allowed)
		}
	}
	return nil
}
