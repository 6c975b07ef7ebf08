import type { TypedDocumentNode } from '@graphql-typed-document-node/core';

/** An answer that has errors: each with a code that stays the same, and a sentence. */
export class GraphNewsError extends Error {
  constructor(readonly errors: readonly { message: string; extensions: { code: string } }[]) {
    super(errors.map(error => error.message).join(' '));
  }
}

/**
 * Asks a saved operation. It is named instead of sent, so that requests are short, browsers keep their answers while the
 * graph stands, and a server that executes nothing but saved operations answers, too.
 */
export async function ask<TData, TVariables>(
  endpoint: string, operation: TypedDocumentNode<TData, TVariables>, variables: TVariables, signal?: AbortSignal,
): Promise<TData> {
  const address = new URL(endpoint);
  address.searchParams.set('documentId', nameOf(operation));
  address.searchParams.set('variables', JSON.stringify(variables));
  const response = await fetch(address, { headers: { accept: 'application/graphql-response+json' }, signal: signal ?? null });
  const answer: { data?: TData; errors?: GraphNewsError['errors'] } = await response.json();
  if (answer.errors || !answer.data) throw new GraphNewsError(answer.errors ?? []);
  return answer.data;
}

/** Saved operations are called after their files, and these after the operation. */
function nameOf(operation: TypedDocumentNode<any, any>): string {
  for (const definition of operation.definitions) {
    if (definition.kind === 'OperationDefinition' && definition.name) return definition.name.value;
  }

  throw new Error('The document has no operation with a name.');
}
