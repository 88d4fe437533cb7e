"""Scores of NetworkX and igraph for the graph on standard input, as JSON.

The input is an object with nodes (their number), from, to and weight. The
output maps the name of a measure to the scores under each library. Where a
library defines a measure by a constant factor otherwise, the factor is applied
here, so that the difference stands in one place.
"""
import json
import math
import sys
import warnings

import igraph
import networkx

warnings.simplefilter("ignore")
data = json.load(sys.stdin)
n, arcs, weight = data["nodes"], list(zip(data["from"], data["to"])), data["weight"]

nx = networkx.DiGraph()
nx.add_nodes_from(range(n))
nx.add_weighted_edges_from((u, v, w) for (u, v), w in zip(arcs, weight))
nx_both = networkx.Graph(nx)
ig = igraph.Graph(n=n, edges=arcs, directed=True)
ig.es["weight"] = weight
ig_both = ig.as_undirected(mode="collapse")

scores = {}


def nodes(d):
    return [d[v] for v in range(n)]


def put(name, library, values):
    values = [0.0 if isinstance(v, float) and math.isnan(v) else float(v) for v in values]
    scores.setdefault(name, {})[library] = values


def scaled(values, total):
    """Scales values so that total(values) is 1."""
    length = total(values)
    return [v / length for v in values] if length else list(values)


def euclid(values):
    return math.sqrt(math.fsum(v * v for v in values))


put("indegree", "networkx", nodes(dict(nx.in_degree())))
put("indegree", "igraph", ig.indegree())
put("outdegree", "networkx", nodes(dict(nx.out_degree())))
put("outdegree", "igraph", ig.outdegree())
put("weighted-indegree", "networkx", nodes(dict(nx.in_degree(weight="weight"))))
put("weighted-indegree", "igraph", ig.strength(mode="in", weights="weight"))
put("weighted-outdegree", "networkx", nodes(dict(nx.out_degree(weight="weight"))))
put("weighted-outdegree", "igraph", ig.strength(mode="out", weights="weight"))

rank = dict(alpha=0.85, tol=1e-14, max_iter=1000)
put("pagerank", "networkx", nodes(networkx.pagerank(nx, weight=None, **rank)))
put("pagerank", "igraph", ig.pagerank(damping=0.85))
put("pagerank weighted", "networkx", nodes(networkx.pagerank(nx, weight="weight", **rank)))
put("pagerank weighted", "igraph", ig.pagerank(damping=0.85, weights="weight"))
personal = {v: float(v % 7 == 0) * (v + 1) for v in range(n)}
put("pagerank personal", "networkx", nodes(networkx.pagerank(nx, weight=None, personalization=personal, **rank)))

if arcs:
    # NetworkX takes the singular vector from a solver that stops early; the
    # matrix is small enough here for the dense one.
    import numpy

    a = networkx.to_numpy_array(nx, nodelist=range(n), weight=None)
    put("authority", "numpy", scaled(abs(numpy.linalg.svd(a)[2][0]), math.fsum))
    put("hub", "numpy", scaled(abs(numpy.linalg.svd(a.T)[2][0]), math.fsum))
    hubs, authorities = networkx.hits(nx, max_iter=1000, tol=1e-14)
    if data["plain"]:  # NetworkX's HITS has no way to leave out weights
        put("authority", "networkx", nodes(authorities))
        put("hub", "networkx", nodes(hubs))
    put("authority", "igraph", scaled(ig.authority_score(), math.fsum))
    put("hub", "igraph", scaled(ig.hub_score(), math.fsum))
    put("authority weighted", "igraph", scaled(ig.authority_score(weights="weight"), math.fsum))
    put("hub weighted", "igraph", scaled(ig.hub_score(weights="weight"), math.fsum))
    put("inward", "igraph", scaled(ig.authority_score(), euclid))
    put("outward", "igraph", scaled(ig.hub_score(), euclid))
    put("eigenvector", "networkx", nodes(networkx.eigenvector_centrality_numpy(nx_both, weight=None)))
    put("eigenvector", "igraph", scaled(ig_both.eigenvector_centrality(), euclid))
put("katz", "networkx", nodes(networkx.katz_centrality_numpy(nx, alpha=data["alpha"], weight=None)))

put("betweenness", "networkx", nodes(networkx.betweenness_centrality(nx, normalized=False)))
put("betweenness", "igraph", ig.betweenness())
put("closeness", "networkx", nodes(networkx.closeness_centrality(nx)))
reach = [ig.neighborhood_size(v, order=n, mode="in") - 1 for v in range(n)]
put("closeness", "igraph", [c * r / (n - 1) for c, r in zip(ig.closeness(mode="in"), reach)])
put("harmonic", "networkx", nodes(networkx.harmonic_centrality(nx)))
put("harmonic", "igraph", [h * (n - 1) for h in ig.harmonic_centrality(mode="in")])
put("kcore", "networkx", nodes(networkx.core_number(nx)))
put("kcore", "igraph", ig.coreness(mode="all"))
put("in-cores", "igraph", ig.coreness(mode="in"))
put("clustering", "networkx", nodes(networkx.clustering(nx_both)))
put("clustering", "igraph", ig_both.transitivity_local_undirected(mode="zero"))
together = ig.cocitation()
put("cocitation", "igraph", [sum(row) for row in together])
put("coupling", "igraph", [sum(row) for row in ig.bibcoupling()])

groups = [v % 5 for v in range(n)]
members = [{v for v in range(n) if groups[v] == c} for c in range(5)]
put("modularity", "networkx", [networkx.algorithms.community.modularity(nx, members, weight=None, resolution=1.3)])
put("modularity", "igraph", [igraph.GraphBase.modularity(ig, groups, resolution=1.3)])
json.dump(scores, sys.stdout)
