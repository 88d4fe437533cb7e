-- The tables of `uncite map -o edges.csv` and the records of `uncite extract -o
-- references.jsonl` in DuckDB: kinds by their citations, by way of a Parquet file,
-- then how the most cited document is cited.
copy (select * from 'edges.csv') to 'edges.parquet' (format parquet);
copy (select * from 'edges.nodes.csv') to 'nodes.parquet' (format parquet);

select n.kind, count(*) as citations
from 'edges.parquet' e join 'nodes.parquet' n on n.id = e.target
where list_contains(string_split(e.type, '; '), 'cites')
group by n.kind order by citations desc, n.kind;

select treatment, count(*) as times
from 'references.jsonl'
where treatment <> '' and target = (
  select target from 'edges.parquet' where list_contains(string_split(type, '; '), 'cites')
  group by target order by count(*) desc, target limit 1)
group by treatment order by times desc, treatment limit 5;
