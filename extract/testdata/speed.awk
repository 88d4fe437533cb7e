# Reads the output of the benchmarks "Speed" and prints their table, in MB/s of
# the best run, with the ratios to the two yardsticks.
/^BenchmarkSpeed/ {
	split($1, part, "/")
	for (i = 2; i <= NF; i++) if ($i == "MB/s" && $(i-1) > best[part[1], part[2]]) best[part[1], part[2]] = $(i-1)
	if (!(part[2] in seen)) { seen[part[2]]; order[++languages] = part[2] }
}
END {
	print "| language | uncite | thousand rows more | one regular expression | ratio | literal scan | ratio |"
	print "|---|---|---|---|---|---|---|"
	for (i = 1; i <= languages; i++) {
		l = order[i]
		own = best["BenchmarkSpeed", l]; table = best["BenchmarkSpeedUserTable", l]
		expression = best["BenchmarkSpeedRegexp", l]; literal = best["BenchmarkSpeedLiteral", l]
		if (own && table && expression && literal)
			printf "| %s | %.1f | %.1f | %.1f | %.1f times as fast | %.0f | 1/%.0f |\n", l, own, table, expression, own / expression, literal, literal / own
	}
}
