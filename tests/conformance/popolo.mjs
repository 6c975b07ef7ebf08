// Checks a Popolo document against the JSON schemas of the specification, which the npm package popit-api carries for persons,
// organizations, posts and memberships, and prints as one line of JSON how many there are of each class, what is wrong, and which
// fields these schemas do not have.
// The package itself, a server of 2014, is not installed: its schemas are taken out of its archive, whose hash is known.
// Usage: node popolo.mjs <file>
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const source = 'popit-api@0.0.14';
const integrity = 'sha512-q5hEcE2rwJMt9TPKqomdhEvS/JTcxdpsT8/lo1q34K/rk3Z8jDH477thG3p3nnW4JJx6TdiQlZKMq5l8CMhMLw==';
const folder = join(import.meta.dirname, 'node_modules', '.popit-api');

if (!existsSync(join(folder, 'package', 'schemas'))) {
  mkdirSync(folder, { recursive: true });
  const [packed] = JSON.parse(execFileSync('npm', ['pack', source, '--json', '--pack-destination', folder], { encoding: 'utf8' }));
  if (packed.integrity !== integrity) throw new Error(`${source} is not what it was: its hash is ${packed.integrity}`);
  execFileSync('tar', ['-xzf', join(folder, packed.filename), '-C', folder]);
}

// The schemas are of draft 3, which newer validators do not know.
const { JSV } = createRequire(import.meta.url)('JSV');
const environment = JSV.createEnvironment('json-schema-draft-03');
const schemas = join(folder, 'package', 'schemas', 'popolo');
for (const file of readdirSync(schemas)) {
  const schema = JSON.parse(readFileSync(join(schemas, file), 'utf8'));
  environment.createSchema(schema, undefined, schema.id);
}

const classes = { persons: 'person', organizations: 'organization', posts: 'post', memberships: 'membership' };
const document = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const counts = Object.fromEntries(Object.entries(document).map(([list, records]) => [list, records.length]));
const problems = [];
const unknown = new Set();
for (const [list, name] of Object.entries(classes)) {
  const schema = environment.findSchema(`http://popoloproject.com/schemas/${name}.json#`);
  for (const record of document[list]) {
    for (const error of environment.validate(record, schema).errors) problems.push(`${record.id}: ${error.message} at ${error.uri}`);
    const known = schema.getValue().properties;
    for (const field of Object.keys(record)) if (!known[field]) unknown.add(`${name}.${field}`);
  }
}

console.log(JSON.stringify({ counts, problems: problems.slice(0, 20), problemCount: problems.length, unknown: [...unknown].sort() }));
