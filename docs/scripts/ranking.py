"""Reads a map of uncite into NetworkX and ranks it again.

    uncite map FOLDER -o map.graphml
    python3 ranking.py map.graphml
"""
import sys

import networkx as nx

g = nx.read_graphml(sys.argv[1], force_multigraph=True)

# The identifier of a node is its key; kind, title, year and the scores that were
# asked for with --by are its attributes.
cites = nx.DiGraph((u, v) for u, v, d in g.edges(data=True) if d.get("type", "").startswith("cites"))
first = sorted(cites.in_degree(), key=lambda node: (-node[1], node[0]))[:5]
for node, documents in first:
    print(documents, node, g.nodes[node].get("kind", ""), sep="\t")

# Documents that cite each other, by one way or several.
circles = [c for c in nx.strongly_connected_components(cites) if len(c) > 1]
print("circles:", len(circles))
