// Reads the entities of a server as JSON-LD with jsonld, compares their terms with those of schema.org (schema-dts carries its
// vocabulary as types), and has their pages checked by html-validate. Prints one line of JSON for each entity.
// Usage: node linked-data.mjs <address of the endpoint>
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { HtmlValidate } from 'html-validate';
import jsonld from 'jsonld';

const schema = 'https://schema.org/';
const others = ['http://www.w3.org/2004/02/skos/core#', 'http://www.w3.org/ns/org#'];
const literals = new Set(['Text', 'URL', 'Date', 'DateTime', 'Number', 'Integer', 'Boolean']);
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

/** Each property is one that schema.org has for one of the types, with a value that it may have; a Role repeats the property that leads to it. */
function check(node, property, mistakes) {
  if (node['@value'] !== undefined) return;

  const types = node['@type'] ?? [];
  for (const type of types) {
    if (type.startsWith(schema) ? !vocabulary.has(type.slice(schema.length)) : !others.some(other => type.startsWith(other))) mistakes.push(`there is no type ${type}`);
  }

  for (const [name, values] of Object.entries(node)) {
    if (name === '@reverse') {
      for (const [reverse, sources] of Object.entries(values)) sources.forEach(source => { checkTerm(reverse, source['@type'], [node]); check(source, null, mistakes); });
    } else if (!name.startsWith('@')) {
      checkTerm(name, types, values);
      values.forEach(value => check(value, name, mistakes));
    }
  }

  function checkTerm(name, types, values) {
    if (others.some(other => name.startsWith(other)) || (name === property && types.some(type => type.endsWith('Role')))) return;

    const term = name.slice(schema.length);
    const ranges = types.flatMap(type => [...(vocabulary.get(type.slice(schema.length))?.properties.get(term) ?? [])]);
    if (!name.startsWith(schema) || ranges.length === 0) return mistakes.push(`${name} is no property of ${types}`);
    for (const value of values.filter(value => !isIn(value, ranges))) mistakes.push(`${name} of ${types} cannot be ${JSON.stringify(value).slice(0, 200)}`);
  }
}

/** Whether a value is of one of the types that a property may have, or a Role that stands between. */
function isIn(value, ranges) {
  if (value['@value'] !== undefined) return ranges.some(range => literals.has(range));
  if (!value['@type']) return ranges.includes('URL') || ranges.includes('IdReference');
  return value['@type'].some(type => [...(vocabulary.get(type.slice(schema.length))?.all ?? [])].some(general => general === 'Role' || ranges.includes(general)));
}

/** Each type with its general types, and its properties, those of its general types among them, with what they may be. */
async function readVocabulary() {
  const file = createRequire(import.meta.url).resolve('schema-dts').replace(/[^/\\]+$/, 'schema.d.ts');
  const declared = new Map();
  for (const [, name, general, body] of (await readFile(file, 'utf8')).matchAll(/^(?:export )?interface (\w+?)(?:Base|Leaf)(?:<[^{]*?>)? extends ([^{]+)\{([\s\S]*?)^\}/gm)) {
    const type = declared.get(name) ?? { general: new Set(), properties: new Map() };
    for (const [, one] of general.matchAll(/(\w+?)Base\b/g)) if (one !== name) type.general.add(one);
    for (const [, one, range] of body.matchAll(/^ {4}"(\w+)"\??: SchemaValue<([^,]*),/gm)) type.properties.set(one, new Set(range.split('|').map(part => part.trim())));
    declared.set(name, type);
  }

  const generalsOf = name => [name, ...[...(declared.get(name)?.general ?? [])].flatMap(generalsOf)];
  return new Map([...declared.keys()].map(name => {
    const all = new Set(generalsOf(name));
    return [name, { all, properties: new Map([...all].flatMap(one => [...(declared.get(one)?.properties ?? [])])) }];
  }));
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
