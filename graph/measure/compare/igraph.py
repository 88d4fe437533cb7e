"""Prints how many seconds igraph takes for each task, as a JSON object.

Arguments: an edge list, the size (s, m or l), and the tasks to run, separated
by commas, or nothing for all. A task is the best of up to five runs, as many
as fit in two seconds, as on our side.
"""
import json
import sys
import time
import warnings

import igraph

warnings.simplefilter("ignore")
path, size, only = sys.argv[1:4]
wanted = set(filter(None, only.split(",")))
seconds = {}


def clock(name, run, largest="l"):
    if (wanted and name not in wanted) or "sml".index(size) > "sml".index(largest):
        return None
    shortest, began, runs, result = None, time.perf_counter(), 0, None
    while runs < 5 and (runs == 0 or time.perf_counter() - began < 2):
        start = time.perf_counter()
        result = run()
        took = time.perf_counter() - start
        shortest = took if shortest is None else min(shortest, took)
        runs += 1
    seconds[name] = shortest
    print(size, "igraph", name, "%.4f" % shortest, file=sys.stderr)
    return result


start = time.perf_counter()
g = igraph.Graph.Read_Edgelist(path, directed=True)
seconds["load"] = time.perf_counter() - start
n = g.vcount()
undirected = g.as_undirected(mode="collapse")
# Versions before 0.10.5 count betweenness from all sources only.
sources = [i * (n // 200) for i in range(200)]

clock("indegree", lambda: g.indegree())
clock("pagerank", lambda: g.pagerank(damping=0.85))
clock("authority", lambda: g.authority_score())
clock("eigenvector", lambda: undirected.eigenvector_centrality())
clock("betweenness", lambda: g.betweenness(), "s")
if "sources" in (igraph.Graph.betweenness.__doc__ or ""):
    clock("betweenness-200", lambda: g.betweenness(sources=sources))
clock("closeness", lambda: g.closeness(mode="in"), "s")
clock("harmonic", lambda: g.harmonic_centrality(mode="in"), "s")
clock("kcore", lambda: g.coreness(mode="all"))
clock("dcore-in", lambda: g.coreness(mode="in"))
clock("clustering", lambda: undirected.transitivity_local_undirected(mode="zero"))
clock("leiden", lambda: undirected.community_leiden(objective_function="modularity", n_iterations=2), "l")
json.dump(seconds, sys.stdout)
