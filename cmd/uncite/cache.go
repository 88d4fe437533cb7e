package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"uncite/extract/intake"
)

// cacheFolder is where documents are kept between runs; empty where the
// system names no folder for it.
func cacheFolder() string {
	dir, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return filepath.Join(dir, "uncite")
}

func newCache() *cobra.Command {
	var empty bool
	cmd := &cobra.Command{
		Use:   "cache",
		Short: "Show or clear what is kept from earlier runs",
		Long: `Show where the documents and the references of PDF files are kept that were read
before, and how much room they take. They are found again by the content of the file, not by its
name, as long as the program is the same; what was not used for the longest time
goes when a gigabyte is full. --no-cache of the other verbs leaves it alone.`,
		Example: `  uncite cache
  uncite cache --clear`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			dir := cacheFolder()
			if dir == "" {
				return fmt.Errorf("the system names no folder for caches; set XDG_CACHE_HOME or HOME")
			}
			if empty {
				if err := intake.ClearCache(dir); err != nil {
					return err
				}
			}
			n, bytes := intake.CacheSize(dir)
			_, err := fmt.Fprintf(cmd.OutOrStdout(), "%s: %d entries, %d bytes\n", dir, n, bytes)
			return err
		},
	}
	cmd.Flags().BoolVar(&empty, "clear", false, "take all of it away")
	return cmd
}
