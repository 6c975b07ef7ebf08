// urql: queries and mutations over HTTP, subscriptions as server-sent events by its own reader.
import { Client, fetchExchange } from '@urql/core';

export function connect(address, key) {
  const client = new Client({
    url: address, exchanges: [fetchExchange], preferGetMethod: false, fetchSubscriptions: true,
    fetchOptions: { headers: { authorization: `Bearer ${key}` } },
  });
  return {
    ask: async (query, variables = {}) => {
      const { data, error } = await (query.startsWith('mutation') ? client.mutation(query, variables) : client.query(query, variables)).toPromise();
      if (error) throw error;
      return data;
    },
    subscribe: (query, variables, next) => {
      const subscription = client.subscription(query, variables).subscribe(({ data, error }) => {
        if (error) throw error;
        if (data) next(data);
      });
      return () => subscription.unsubscribe();
    },
    close: () => {},
  };
}
