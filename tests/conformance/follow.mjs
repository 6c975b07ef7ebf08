// Follows every write with graphql-ws and prints the version of each as one line of JSON, until it is killed.
// Usage: node follow.mjs <address of the endpoint> <the last version that was seen>
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';

const [address, since] = process.argv.slice(2);
const client = createClient({ url: address.replace(/^http/, 'ws'), webSocketImpl: WebSocket, retryAttempts: 0 });
client.subscribe(
  { query: 'subscription ($since: Version!) { changes(since: $since) { version } }', variables: { since: Number(since) } },
  {
    next: ({ data, errors }) => (errors ? fail(errors) : console.log(JSON.stringify({ version: data.changes.version }))),
    error: fail,
    complete: () => fail('The server has completed what has no end.'),
  },
);

function fail(error) {
  console.error(error);
  process.exit(1);
}
