// The two tables of `uncite map -o edges.csv` in Neo4j 5. Copy both into the import
// folder of the server, then: cypher-shell -f neo4j.cypher
CREATE CONSTRAINT document_id IF NOT EXISTS FOR (n:Document) REQUIRE n.id IS UNIQUE;

LOAD CSV WITH HEADERS FROM 'file:///edges.nodes.csv' AS node
MERGE (n:Document {id: node.id})
SET n.kind = node.kind, n.label = node.label, n.title = node.title, n.body = node.body, n.date = node.date,
    n.year = toInteger(node.year), n.link = node.link, n.in_hand = toBoolean(node.in_hand),
    n.aliases = split(node.aliases, '; ');

LOAD CSV WITH HEADERS FROM 'file:///edges.csv' AS edge
MATCH (a:Document {id: edge.source}), (b:Document {id: edge.target})
MERGE (a)-[r:REFERS_TO]->(b)
SET r.types = split(edge.type, '; '), r.weight = toInteger(edge.weight), r.treatments = split(edge.treatments, '; '), r.year = toInteger(edge.year);

// What is cited most.
MATCH (n:Document)<-[r:REFERS_TO]-() WHERE 'cites' IN r.types
RETURN n.label, count(*) AS documents ORDER BY documents DESC, n.label LIMIT 5;
