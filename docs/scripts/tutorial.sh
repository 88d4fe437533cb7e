#!/bin/sh
# The commands of docs/tutorial.md, one after the other, as CI runs them: from a
# folder of documents to a figure. The first argument is the command.
set -eu
uncite=${1:-uncite}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

# 1. A folder of documents: here the sample's, else your own PDFs.
"$uncite" demo texts

# 2. What do they cite most?
"$uncite" rank texts --top 10

# 3. Read them once, and work on the references from now on.
"$uncite" extract texts -o references.jsonl

# 4. Why is the second so high? Who cites it, and in what words?
"$uncite" show 'S/RES/1373(2001)' references.jsonl

# 5. What are we missing? Fetch it, put it into the folder, and read again.
"$uncite" missing --top 5 references.jsonl

# 6. A map to explore in a browser, and one for print.
"$uncite" map references.jsonl -o map.html
"$uncite" map --page a4 --color group references.jsonl -o map.svg

# 7. A table for the paper, and one page that says how all of it was made.
"$uncite" rank --kind resolution --by indegree,pagerank references.jsonl -o ranking.csv
"$uncite" report texts -o appendix.html

# 8. Before you publish: is a citation of your own draft wrong?
printf 'The General Assembly,\n\nRecalling Security Council resolution 1540 (2005),\n' >draft.txt
if "$uncite" check draft.txt; then
	echo 'the check found nothing, and should have' >&2
	exit 1
fi

for file in references.jsonl map.html map.svg ranking.csv appendix.html; do
	test -s "$file"
done
