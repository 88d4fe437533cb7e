# Reads the output of the benchmark Speed and prints their table, in MB per second
# of processor time in the best run, with the ratios to the two yardsticks.
/^BenchmarkSpeed\// {
	split($1, part, "/")
	for (i = 2; i <= NF; i++) if ($i == "MB/cpu-s" && $(i-1) > best[part[2], part[3]]) best[part[2], part[3]] = $(i-1)
	if (!(part[2] in seen)) { seen[part[2]]; order[++languages] = part[2] }
}
END {
	print "| language | uncite | numbers alone | thousand rows more | one regular expression | ratio | literal scan | ratio |"
	print "|---|---|---|---|---|---|---|---|"
	for (i = 1; i <= languages; i++) {
		l = order[i]
		own = best[l, "uncite"]; numbers = best[l, "numbers"]; table = best[l, "table"]; expression = best[l, "regexp"]; literal = best[l, "literal"]
		if (own && numbers && table && expression && literal)
			printf "| %s | %.1f | %.1f | %.1f | %.1f | %.1f times as fast | %.0f | 1/%.0f |\n", l, own, numbers, table, expression, own / expression, literal, literal / own
	}
}
