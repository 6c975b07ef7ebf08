// graphql-ws: everything over one WebSocket, which it opens again by itself when it breaks.
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';

export function connect(address, key) {
  let socket;
  const client = createClient({
    url: address.replace(/^http/, 'ws'),
    webSocketImpl: WebSocket,
    connectionParams: { Authorization: `Bearer ${key}` },
    retryWait: () => new Promise((resolve) => setTimeout(resolve, 50)),
    on: { connected: (opened) => { socket = opened; } },
  });
  return {
    ask: (query, variables) => new Promise((resolve, reject) => {
      let answer;
      client.subscribe({ query, variables }, {
        next: (result) => { answer = result; },
        error: (errors) => reject(Array.isArray(errors) ? errors[0] : errors),
        complete: () => (answer.errors ? reject(answer.errors[0]) : resolve(answer.data)),
      });
    }),
    subscribe: (query, variables, next) => client.subscribe({ query, variables }, {
      next: ({ data, errors }) => { if (errors) throw errors[0]; next(data); },
      error: (error) => { throw error; },
      complete: () => {},
    }),
    break: () => socket.terminate(),
    close: () => client.dispose(),
  };
}
