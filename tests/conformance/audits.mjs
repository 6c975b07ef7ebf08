// Runs the audits of the npm package graphql-http and prints each result as one line of JSON.
// Usage: node audits.mjs <address of the endpoint>
import { serverAudits } from 'graphql-http';

for (const audit of serverAudits({ url: process.argv[2] })) {
  const { id, name, status, reason } = await audit.fn();
  console.log(JSON.stringify({ id, name, status, reason }));
}
