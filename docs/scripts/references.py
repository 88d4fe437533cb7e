"""Reads a references file of uncite into pandas: who cites what, and how.

    uncite extract FOLDER -o references.jsonl
    python3 references.py references.jsonl
"""
import sys

import pandas

references = pandas.read_json(sys.argv[1], lines=True)
cited = references[(references.zone != "masthead") & (references.status == "resolved")]

# A row a reference; the language versions of a document are told apart by lang.
print(cited.groupby("kind").size().sort_values(ascending=False).to_string())

# What clauses do with what they cite most.
most = cited[cited.kind == "resolution"].target.value_counts().index[0]
print(most)
print(cited[cited.target == most].treatment.value_counts().head(5).to_string())
