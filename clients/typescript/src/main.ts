import { ask } from './ask';
import { element, text } from './element';
import { FindOfficialsDocument, MeetingsOfAnOfficialDocument, type FindOfficialsQuery, type MeetingsOfAnOfficialQuery } from './generated/graphql';
import { direction, isLanguage, words, type Language } from './words';

type Found = FindOfficialsQuery['search']['nodes'][number]['node'];
type Meeting = NonNullable<MeetingsOfAnOfficialQuery['official']>['meetings']['nodes'][number];

const parameters = new URLSearchParams(location.search);
const endpoint = parameters.get('endpoint') ?? 'http://127.0.0.1:5080/graphql';
const byId = <T extends HTMLElement>(id: string) => document.getElementById(id) as T;
const [search, languages, results, detail, status] = [byId<HTMLInputElement>('search'), byId<HTMLSelectElement>('language'), byId('results'), byId('detail'), byId('status')];

let language: Language = [parameters.get('language') ?? '', ...navigator.languages.map(tag => tag.split('-')[0]!)].find(isLanguage) ?? 'en';
let searching = new AbortController();
let shown: string | null = null;

/** Says everything in the language that was chosen, and in its direction. */
function speak(): void {
  const said = words[language];
  Object.assign(document.documentElement, { lang: language, dir: direction(language) });
  document.title = byId('title').textContent = said.title;
  byId('search-label').textContent = said.search;
  languages.value = language;
}

/** Finds officials while somebody types; of several questions the newest counts. */
async function find(): Promise<void> {
  searching.abort();
  searching = new AbortController();
  const typed = search.value.trim();
  if (typed.length === 0) return results.replaceChildren();

  await told(async signal => {
    const { search: found } = await ask(endpoint, FindOfficialsDocument, { text: typed, first: 10, language }, signal);
    results.replaceChildren(...found.nodes.map(hit => hit.node).map(official));
    status.textContent = found.nodes.length === 0 ? words[language].none : '';
  });
}

function official(found: Found): HTMLElement {
  const posts = 'tenures' in found ? found.tenures.map(tenure => tenure.post.title).filter(title => title != null) : [];
  const open = element('button', { type: 'button', onclick: () => void show(found.slug) }, text(found.name));
  return element('li', {}, open, ...posts.map(title => element('small', {}, text(title))));
}

/** Shows the meetings of an official, and where more is told. */
async function show(slug: string): Promise<void> {
  shown = slug;
  await told(async signal => {
    const { official: found } = await ask(endpoint, MeetingsOfAnOfficialDocument, { official: slug, first: 20, language }, signal);
    if (!found) return;

    const table = new URL(endpoint);
    table.search = new URLSearchParams({ documentId: 'MeetingsOfAnOfficial', csv: 'sheet', variables: JSON.stringify({ official: slug, first: 100, language }) }).toString();
    detail.replaceChildren(
      element('h2', {}, text(found.name)),
      element('p', {}, `${words[language].meetings}: ${found.meetings.totalCount.toLocaleString(language)}`),
      element('ol', {}, ...found.meetings.nodes.map(meeting)),
      element('p', {}, element('a', { href: table.href }, words[language].table), ' · ',
        element('a', { href: new URL(`/entity/${slug}`, endpoint).href }, `${words[language].page} `, text(found.name))),
    );
  });
}

function meeting(met: Meeting): HTMLElement {
  // Each by itself: in one text with Arabic, the two days of "[2025-01-28..2025-01-29]" would change places.
  const details = [met.starts?.text, met.place?.name].filter(part => part != null).map(text);
  return element('li', {}, text(met.title ?? met.slug), element('small', {}, ...details.flatMap((part, index) => (index === 0 ? [part] : [' · ', part]))));
}

async function told(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
  const { signal } = searching;
  try {
    await work(signal);
  } catch (fault) {
    if (!signal.aborted) status.textContent = `${words[language].failed} ${fault instanceof Error ? fault.message : fault}`;
  }
}

search.addEventListener('input', () => void find());
languages.addEventListener('change', () => {
  if (isLanguage(languages.value)) language = languages.value;
  speak();
  void find().then(() => (shown ? show(shown) : undefined));
});
speak();
