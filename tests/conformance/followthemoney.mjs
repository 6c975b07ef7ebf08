// Reads a file of FollowTheMoney entities with the model that OpenSanctions publishes, and prints as one line of JSON how many entities
// there are of each schema, and all that the model does not allow.
// Usage: node followthemoney.mjs <file>
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import followTheMoney from '@opensanctions/followthemoney';

const model = new followTheMoney.Model(followTheMoney.defaultModel);

// The model says of these types in words what a value is, and of others by a list.
const forms = {
  date: /^[12]\d{3}(-\d\d(-\d\d(T\d\d(:\d\d(:\d\d)?)?)?)?)?$/,
  url: { test: (value) => URL.canParse(value) && /^https?:/.test(value) },
  number: /^-?\d+(\.\d+)?$/,
};

const schemata = new Map();
const counts = {};
const problems = [];
const referring = [];

for await (const line of createInterface({ input: createReadStream(process.argv[2]), crlfDelay: Infinity })) {
  const entity = JSON.parse(line);
  const told = (what) => problems.push(`${entity.id}: ${what}`);
  if (!/^[0-9a-zA-Z]([0-9a-zA-Z.-]*[0-9a-zA-Z])?$/.test(entity.id)) told('the id is none');
  if (schemata.has(entity.id)) told('the id is there twice');
  schemata.set(entity.id, entity.schema);
  counts[entity.schema] = (counts[entity.schema] ?? 0) + 1;

  const schema = model.schemata[entity.schema] && model.getSchema(entity.schema);
  if (!schema || schema.abstract) {
    told(`${entity.schema} is no schema of entities`);
    continue;
  }
  for (const name of schema.required ?? []) if (!entity.properties[name]?.length) told(`${entity.schema}.${name} is required`);
  for (const [name, values] of Object.entries(entity.properties)) {
    const property = schema.getProperties().get(name);
    if (!property) told(`${entity.schema} has no ${name}`);
    else if (property.stub || property.deprecated) told(`${entity.schema}.${name} is not to be written`);
    else for (const value of values) check(entity, property, value, told);
  }
}

for (const [id, name, range, target] of referring) {
  if (!schemata.has(target)) problems.push(`${id}: ${name} leads to ${target}, which is not there`);
  else if (!model.getSchema(schemata.get(target)).isA(range)) problems.push(`${id}: ${name} leads to ${target}, which is no ${range}`);
}

console.log(JSON.stringify({ counts, problems: problems.slice(0, 20), problemCount: problems.length }));

function check(entity, property, value, told) {
  const type = property.type;
  if (typeof value !== 'string' || value === '') told(`${property.name} has a value that is no text`);
  else if (type.name === 'entity') referring.push([entity.id, property.name, property.range ?? 'Thing', value]);
  else if (type.values?.size > 0 && !type.values.has(value)) told(`${property.name} is ${value}, which is none of the ${type.name} values`);
  else if (forms[type.name] && !forms[type.name].test(value)) told(`${property.name} is ${value}, which is no ${type.name}`);
  else if (property.name !== 'bodyText' && property.maxLength && value.length > property.maxLength) told(`${property.name} is too long`);
}
