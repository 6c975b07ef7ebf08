// Reads a network with the npm packages graphology-graphml or graphology-gexf, by the file's extension, and prints as one line of JSON
// what it found: nodes, edges, and of one edge its ends and attributes.
// Usage: node networks.mjs <file> [<slug of one end> <slug of the other>]
import { readFileSync } from 'node:fs';
import graphology from 'graphology';
import gexf from 'graphology-gexf';
import graphml from 'graphology-graphml';

const [file, from, to] = process.argv.slice(2);
const graph = (file.endsWith('.gexf') ? gexf : graphml).parse(graphology, readFileSync(file, 'utf8'));

const kinds = {};
const labels = {};
graph.forEachNode((_, { kind, label, slug }) => {
  kinds[kind] = (kinds[kind] ?? 0) + 1;
  labels[slug] = label;
});
const node = (slug) => graph.findNode((_, attributes) => attributes.slug === slug);
const directed = graph.directedSize;
let weight = 0;
graph.forEachEdge((_, attributes) => { weight += Number(attributes.weight); });
const edge = from && graph.edge(node(from), node(to));
console.log(JSON.stringify({
  nodes: graph.order, edges: graph.size, directed, kinds, weight,
  labels: graph.order < 100 ? labels : undefined,
  edge: edge && graph.getEdgeAttributes(edge),
}));
