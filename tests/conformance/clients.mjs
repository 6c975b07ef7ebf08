// Runs a query, a mutation, subscriptions and a resume with one client library, and prints what each gave as a line of JSON.
// Usage: node clients.mjs <graphql-ws | graphql-sse | apollo | urql> <address of the endpoint> <an editor's key>
const [name, address, key] = process.argv.slice(2);
const { connect } = await import(`./clients/${name}.mjs`);
const client = connect(address, key);

const tell = (step, found) => console.log(JSON.stringify({ step, ...found }));
const pause = () => new Promise((resolve) => setTimeout(resolve, 10));
const until = async (holds) => {
  while (!holds()) await pause();
};
const record = async (title) => (await client.ask(
  'mutation ($input: AddMeetingInput!) { addMeeting(input: $input) { meeting { title } version errors { __typename } } }',
  { input: { title: [{ value: title, language: 'en' }] } },
)).addMeeting;

setTimeout(() => {
  console.error('The client waits for what does not come.');
  process.exit(1);
}, 150_000).unref();

const { version } = (await client.ask('query { graph { version } }')).graph;
tell('query', { version });
tell('refused', { message: await client.ask('query { nobody }').then(() => null, (error) => error.message) });

const titles = [];
const leave = client.subscribe('subscription { meetingRecorded { title } }', {}, ({ meetingRecorded }) => titles.push(meetingRecorded.title));

// Whoever reads the variables when a connection breaks finds the last version that was seen.
const seen = [];
const last = { get since() { return seen.at(-1) ?? version; } };
const follow = () => client.subscribe(
  'subscription ($since: Version!) { changes(since: $since) { version } }', last, ({ changes }) => seen.push(changes.version));

let stop = follow();
const written = [];
const write = async (title) => {
  const { meeting, errors, version: made } = await record(title);
  if (errors) throw new Error(JSON.stringify(errors));
  written.push(made);
  return meeting.title;
};

tell('mutation', { title: await write('First') });
await until(() => seen.includes(written[0]));

// A subscription that has begun after the write has nothing to tell yet.
while (titles.length === 0) {
  await write(`Again`);
  for (let i = 0; i < 100 && titles.length === 0; i++) await pause();
}
tell('subscription', { title: titles[0] });
leave();

await until(() => seen.includes(written.at(-1)));
stop();
await write('While away');
stop = follow();
await until(() => seen.includes(written.at(-1)));

if (client.break) {
  client.break();
  await write('While broken');
  await until(() => seen.includes(written.at(-1)));
}

stop();
tell('changes', { seen, expected: written });
await client.close();
process.exit(0);
