// PostGraphile over the tables of GraphNews, as its documentation says for production: the Amber preset with the filters of
// postgraphile-plugin-connection-filter, no IDE, no watching, one worker for each of two cores.
//   node server.mjs <postgresql://…>
import cluster from "node:cluster";
import { createServer } from "node:http";
import { grafserv } from "grafserv/node";
import { postgraphile } from "postgraphile";
import { makePgService } from "postgraphile/adaptors/pg";
import { PostGraphileAmberPreset } from "postgraphile/presets/amber";
import { jsonPgSmartTags } from "postgraphile/utils";
import { PostGraphileConnectionFilterPreset } from "postgraphile-plugin-connection-filter";

const workers = 2;

// Every schema of PostGraphile has an interface Node of its own.
const renamed = jsonPgSmartTags({ version: 1, config: { class: { Nodes: { tags: { name: "graph_nodes" } } } } });

if (cluster.isPrimary) {
  let listening = 0;
  cluster.on("listening", (_, address) => {
    if (++listening === workers) console.log(`serves http://127.0.0.1:${address.port}/`);
  });
  for (let i = 0; i < workers; i++) cluster.fork();
} else {
  const pgl = postgraphile({
    extends: [PostGraphileAmberPreset, PostGraphileConnectionFilterPreset],
    // It hides relations and filters without an index; those of GraphNews leave out hidden rows, which it does not count.
    disablePlugins: ["PgIndexBehaviorsPlugin"],
    plugins: [renamed],
    pgServices: [makePgService({ connectionString: process.argv[2], schemas: ["public"], poolConfig: { max: 10 } })],
    grafserv: { graphiql: false, watch: false },
    grafast: { explain: false },
  });
  const server = createServer();
  await pgl.createServ(grafserv).addTo(server);
  server.listen(0, "127.0.0.1");
}
