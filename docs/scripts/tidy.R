# A map of uncite as two tidy tables, with dplyr's verbs.
#   uncite map FOLDER -o map.graphml
#   Rscript tidy.R map.graphml
suppressPackageStartupMessages({
  library(igraph)
  library(tidygraph)
  library(dplyr)
})

file <- commandArgs(trailingOnly = TRUE)[1]
g <- as_tbl_graph(read_graph(file, format = "graphml"))

# Resolutions by how many documents cite them, and how many of these are themselves in hand.
ranked <- g %>%
  activate(edges) %>%
  filter(grepl("cites", type)) %>%
  activate(nodes) %>%
  mutate(cited = centrality_degree(mode = "in"), group = group_components()) %>%
  filter(kind == "resolution") %>%
  arrange(desc(cited), id) %>%
  as_tibble()
print(select(ranked, id, year, cited, in_hand), n = 5)
cat("resolutions:", nrow(ranked), "\n")
