// Checks a Popolo document against the JSON schemas of the specification, which the npm package popit-api carries for persons,
// organizations, posts and memberships, and for what is inside of records: identifiers, links, other names. No package has those of
// events and areas: of these each part is checked for which there is a schema. Each id has to lead to a record of the document.
// Prints as one line of JSON how many there are of each class, what is wrong, and which fields these schemas do not have.
// The package itself, a server of 2014, is not installed: its schemas are taken out of its archive, whose hash is known.
// Usage: node popolo.mjs <file>
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Validator } from 'jsonschema';

const source = 'popit-api@0.0.14';
const integrity = 'sha512-q5hEcE2rwJMt9TPKqomdhEvS/JTcxdpsT8/lo1q34K/rk3Z8jDH477thG3p3nnW4JJx6TdiQlZKMq5l8CMhMLw==';
const folder = join(import.meta.dirname, 'node_modules', '.popit-api');

if (!existsSync(join(folder, 'package', 'schemas'))) {
  mkdirSync(folder, { recursive: true });
  const [packed] = JSON.parse(execFileSync('npm', ['pack', source, '--json', '--pack-destination', folder], { encoding: 'utf8' }));
  if (packed.integrity !== integrity) throw new Error(`${source} is not what it was: its hash is ${packed.integrity}`);
  execFileSync('tar', ['-xzf', join(folder, packed.filename), '-C', folder]);
}

// The schemas are of draft 3, which most validators do not know any more.
const validator = new Validator();
const schemas = {};
const folderOfSchemas = join(folder, 'package', 'schemas', 'popolo');
for (const file of readdirSync(folderOfSchemas)) {
  const schema = JSON.parse(readFileSync(join(folderOfSchemas, file), 'utf8'));
  validator.addSchema(schema, schema.id);
  schemas[file.replace('.json', '')] = schema;
}

const document = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const counts = Object.fromEntries(Object.entries(document).map(([list, records]) => [list, records.length]));
const problems = [];
const unknown = new Set();

const classes = { persons: 'person', organizations: 'organization', posts: 'post', memberships: 'membership' };
for (const [list, name] of Object.entries(classes)) {
  for (const record of document[list]) {
    check(record, record, schemas[name]);
    for (const field of Object.keys(record)) if (!schemas[name].properties[field]) unknown.add(`${name}.${field}`);
  }
}

const { start_date: date, label: text, id } = schemas.membership.properties;
const parts = {
  id, name: text, description: text, classification: text, location: text, status: text, parent_id: id, organization_id: id, start_date: date, end_date: date,
  attendees: schemas.person, identifiers: schemas.identifier, sources: schemas.link,
};
for (const list of ['areas', 'events']) {
  for (const record of document[list]) {
    for (const [field, value] of Object.entries(record)) {
      if (!parts[field]) unknown.add(`${list.slice(0, -1)}.${field}`);
      else for (const part of [value].flat()) check(record, part, parts[field]);
    }
  }
}

const targets = { person_id: 'persons', organization_id: 'organizations', post_id: 'posts' };
const ids = Object.fromEntries(Object.entries(document).map(([list, records]) => [list, new Set(records.map(record => record.id))]));
for (const [list, records] of Object.entries(document)) {
  if (ids[list].size !== records.length) problems.push(`${list}: an id is there twice`);
  for (const record of records) {
    if (record.parent_id && !ids[list].has(record.parent_id)) problems.push(`${record.id}: parent_id leads to nothing`);
    for (const [field, target] of Object.entries(targets)) if (record[field] && !ids[target].has(record[field])) problems.push(`${record.id}: ${field} leads to nothing`);
    for (const person of record.attendees ?? []) if (!ids.persons.has(person.id)) problems.push(`${record.id}: an attendee is no person of the document`);
  }
}

console.log(JSON.stringify({ counts, problems: problems.slice(0, 20), problemCount: problems.length, unknown: [...unknown].sort() }));

function check(record, value, schema) {
  for (const error of validator.validate(value, schema).errors) problems.push(`${record.id}: ${error.stack}`);
}
