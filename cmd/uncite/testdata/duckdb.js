// Runs a file of SQL in DuckDB for Node and prints the rows of each statement.
const { DuckDBInstance } = require('@duckdb/node-api');

(async () => {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const statements = await connection.extractStatements(require('fs').readFileSync(process.argv[2], 'utf8'));
  for (let i = 0; i < statements.count; i++) {
    const rows = await (await statements.prepare(i)).runAndReadAll();
    for (const row of rows.getRowsJson()) console.log(row.join('\t'));
  }
})();
