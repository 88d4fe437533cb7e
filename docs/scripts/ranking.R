# Reads a map of uncite into R and ranks it again.
#   uncite map FOLDER -o map.graphml
#   Rscript ranking.R map.graphml
library(igraph)

file <- commandArgs(trailingOnly = TRUE)[1]
g <- read_graph(file, format = "graphml")

# The identifier of a node is its attribute id; kind, title, year and the scores
# that were asked for with --by stand beside it.
cites <- delete_edges(g, which(!grepl("cites", E(g)$type)))
cited <- degree(simplify(cites), mode = "in")
first <- head(order(-cited, V(g)$id), 5)
for (v in first) {
  cat(sprintf("%d\t%s\t%s\n", cited[v], V(g)$id[v], V(g)$kind[v]))
}

# Two measures side by side: does PageRank agree with the plain count?
rank <- page_rank(cites)$vector
cat(sprintf("Spearman's rho of in-degree and PageRank: %.2f\n", cor(cited, rank, method = "spearman")))
