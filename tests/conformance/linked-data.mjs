// Reads the entities of a server as JSON-LD with jsonld, compares their terms with those of schema.org (schema-dts carries its
// vocabulary as types), and has their pages checked by html-validate. Prints one line of JSON for each entity.
// Usage: node linked-data.mjs <address of the endpoint>
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { HtmlValidate } from 'html-validate';
import jsonld from 'jsonld';

const schema = 'https://schema.org/';
const others = ['http://www.w3.org/2004/02/skos/core#', 'http://www.w3.org/ns/org#'];
const [address] = process.argv.slice(2);
const vocabulary = await readVocabulary();
const html = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  // Titles are as long as those of news, and white space is not markup.
  rules: { 'long-title': 'off', 'no-trailing-whitespace': 'off' },
});

// Nothing is fetched: a document that needs another to be read would fail here.
const documentLoader = url => { throw new Error(`${url} would have to be fetched`); };

for (const { kind, slug } of await listEntities()) {
  const mistakes = [];
  const node = await (await get(slug, 'application/ld+json')).json();
  const [expanded] = await jsonld.expand(node, { documentLoader });
  const quads = await jsonld.toRDF(node, { documentLoader });
  if (expanded['@id'] !== new URL(`/entity/${slug}`, address).href) mistakes.push(`it is called ${expanded['@id']}`);
  check(expanded, null, mistakes);

  const report = await html.validateString(await (await get(slug, 'text/html')).text());
  for (const result of report.results) mistakes.push(...result.messages.map(message => `page, line ${message.line}: ${message.message} (${message.ruleId})`));

  const names = (expanded[`${schema}name`] ?? []).map(name => `${name['@value']}@${name['@language'] ?? ''}`);
  console.log(JSON.stringify({ kind, slug, types: expanded['@type'], names, quads: quads.length, mistakes }));
}

/** Each property is one that schema.org has for one of the types; a Role repeats the property that leads to it. */
function check(node, property, mistakes) {
  if (node['@value'] !== undefined) return;

  const types = node['@type'] ?? [];
  for (const type of types) {
    if (type.startsWith(schema) ? !vocabulary.has(type.slice(schema.length)) : !others.some(other => type.startsWith(other))) mistakes.push(`there is no type ${type}`);
  }

  for (const [name, values] of Object.entries(node)) {
    if (name === '@reverse') {
      for (const [reverse, sources] of Object.entries(values)) sources.forEach(source => { checkTerm(reverse, source['@type'], null); check(source, reverse, mistakes); });
      continue;
    }

    if (name.startsWith('@')) continue;
    checkTerm(name, types, property);
    values.forEach(value => check(value, name, mistakes));
  }

  function checkTerm(name, types, property) {
    if (others.some(other => name.startsWith(other))) return;
    if (name === property && types.some(type => type.endsWith('Role'))) return;
    if (!name.startsWith(schema) || !types.some(type => vocabulary.get(type.slice(schema.length))?.has(name.slice(schema.length)))) mistakes.push(`${name} is no property of ${types}`);
  }
}

/** The properties of each type, those of its general types among them. */
async function readVocabulary() {
  const file = createRequire(import.meta.url).resolve('schema-dts').replace(/[^/\\]+$/, 'schema.d.ts');
  const declared = new Map();
  for (const [, name, general, body] of (await readFile(file, 'utf8')).matchAll(/^(?:export )?interface (\w+?)(?:Base|Leaf)(?:<[^{]*?>)? extends ([^{]+)\{([\s\S]*?)^\}/gm)) {
    const type = declared.get(name) ?? { general: new Set(), properties: new Set() };
    for (const [, one] of general.matchAll(/(\w+?)Base\b/g)) if (one !== name) type.general.add(one);
    for (const [, one] of body.matchAll(/^ {4}"(\w+)"\??:/gm)) type.properties.add(one);
    declared.set(name, type);
  }

  const all = name => new Set([...(declared.get(name)?.properties ?? []), ...[...(declared.get(name)?.general ?? [])].flatMap(one => [...all(one)])]);
  return new Map([...declared.keys()].map(name => [name, all(name)]));
}

/** Entities of every kind. */
async function listEntities() {
  const lists = ['officials', 'agencies', 'posts', 'meetings', 'agreements', 'topics', 'occasions', 'places', 'articles', 'publishers'];
  const query = `{ ${lists.map(list => `${list}(first: 10) { nodes { __typename slug } }`).join(' ')} countries(first: 3) { nodes { __typename slug } } }`;
  const answer = await fetch(address, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query }) });
  const { data, errors } = await answer.json();
  if (errors) throw new Error(JSON.stringify(errors));
  return Object.values(data).flatMap(list => list.nodes.map(({ __typename, slug }) => ({ kind: __typename, slug })));
}

async function get(slug, accept) {
  const answer = await fetch(new URL(`/entity/${slug}`, address), { headers: { accept } });
  if (answer.status !== 200) throw new Error(`${slug} has status ${answer.status}: ${await answer.text()}`);
  return answer;
}
