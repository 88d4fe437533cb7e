package main

import (
	"cmp"
	"fmt"
	"runtime/debug"

	"uncite/extract/authority"
)

// Set by make release, as is what the compiler cannot tell in an archive without
// its history.
var (
	version = ""
	commit  = ""
)

// versionText is what --version prints: the version, the commit that it was built
// from, and the last day that the tables know of.
func versionText() string {
	built := fromBuild()
	return fmt.Sprintf("uncite %s\ncommit %s\ntables to %s\n", cmp.Or(version, built.version, "(devel)"),
		cmp.Or(commit, built.commit, "not recorded"), authority.Date())
}

type build struct{ version, commit string }

// fromBuild is what the compiler recorded.
func fromBuild() build {
	var b build
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return b
	}
	b.version = info.Main.Version
	changed := ""
	for _, s := range info.Settings {
		switch s.Key {
		case "vcs.revision":
			b.commit = s.Value
		case "vcs.modified":
			if s.Value == "true" {
				changed = " with changes"
			}
		}
	}
	if b.commit != "" {
		b.commit += changed
	}
	return b
}
