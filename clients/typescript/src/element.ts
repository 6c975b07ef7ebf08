/** An element with properties and content. What is given as content is text, and never markup. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K, properties: Partial<HTMLElementTagNameMap[K]> = {}, ...content: (Node | string | null | undefined)[]
): HTMLElementTagNameMap[K] {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...content.filter(part => part != null));
  return made;
}

/** A text of the graph, in its own direction whatever the page's is. */
export const text = (value: string | null | undefined): HTMLElement => element('bdi', {}, value ?? '…');
