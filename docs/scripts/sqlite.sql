-- The two tables of `uncite map -o edges.csv` in SQLite: sqlite3 graph.db < sqlite.sql
.import --csv edges.csv edges
.import --csv edges.nodes.csv nodes
.mode column

-- What is cited most.
select n.label, n.year, count(*) as documents
from edges e join nodes n on n.id = e.target
where '; ' || e.type || '; ' like '%; cites; %'
group by n.id order by documents desc, n.id limit 5;

-- What is cited by what the sample cites: two steps in one query.
select count(distinct b.target) as two_steps_away
from edges a join edges b on b.source = a.target
where a.source = (select source from edges group by source order by count(*) desc, source limit 1);
