// Apollo Client: queries and mutations over HTTP, subscriptions over WebSocket.
import { ApolloClient, ApolloLink, HttpLink, InMemoryCache, gql } from '@apollo/client';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { createClient } from 'graphql-ws';
import { OperationTypeNode } from 'graphql';
import WebSocket from 'ws';

export function connect(address, key) {
  const socket = createClient({
    url: address.replace(/^http/, 'ws'), webSocketImpl: WebSocket, connectionParams: { Authorization: `Bearer ${key}` },
  });
  const client = new ApolloClient({
    cache: new InMemoryCache(),
    link: ApolloLink.split(
      ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
      new GraphQLWsLink(socket),
      new HttpLink({ uri: address, headers: { authorization: `Bearer ${key}` } }),
    ),
  });
  return {
    ask: async (query, variables) => (query.startsWith('mutation')
      ? await client.mutate({ mutation: gql(query), variables })
      : await client.query({ query: gql(query), variables, fetchPolicy: 'no-cache' })).data,
    subscribe: (query, variables, next) => {
      const subscription = client.subscribe({ query: gql(query), variables }).subscribe({ next: ({ data }) => next(data) });
      return () => subscription.unsubscribe();
    },
    close: async () => {
      client.stop();
      await socket.dispose();
    },
  };
}
