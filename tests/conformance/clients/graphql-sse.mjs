// graphql-sse: each operation is a request of its own, answered by server-sent events.
import { createClient } from 'graphql-sse';

export function connect(address, key) {
  const client = createClient({ url: address, singleConnection: false, headers: { authorization: `Bearer ${key}` } });
  return {
    ask: (query, variables) => new Promise((resolve, reject) => {
      let answer;
      client.subscribe({ query, variables }, {
        next: (result) => { answer = result; },
        error: reject,
        complete: () => (answer.errors ? reject(answer.errors[0]) : resolve(answer.data)),
      });
    }),
    subscribe: (query, variables, next) => client.subscribe({ query, variables }, {
      next: ({ data, errors }) => { if (errors) throw errors[0]; next(data); },
      error: (error) => { throw error; },
      complete: () => {},
    }),
    close: () => client.dispose(),
  };
}
