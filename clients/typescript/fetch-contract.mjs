// Fetches what types are generated from: the schema and the saved operations, as a server publishes them.
// Usage: node fetch-contract.mjs [address of the endpoint, without one that of a server on this machine]
import { mkdir, rm, writeFile } from 'node:fs/promises';

const endpoint = process.argv[2] ?? 'http://127.0.0.1:5080/graphql';
const folder = new URL('contract/', import.meta.url);

const schema = await (await read(`${endpoint}?sdl`)).text();
const { documents } = await (await read(new URL('/operations', endpoint))).json();

// What a server saves no more is not to be left.
await rm(folder, { recursive: true, force: true });
await mkdir(new URL('operations/', folder), { recursive: true });
await writeFile(new URL('schema.graphql', folder), schema);
for (const { documentId, document } of documents) await writeFile(new URL(`operations/${encodeURIComponent(documentId)}.graphql`, folder), document);
console.log(`The schema and ${documents.length} operations of ${endpoint} are in contract/.`);

async function read(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} answered with status ${answer.status}: ${await answer.text()}`);
  return answer;
}
