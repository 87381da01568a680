import type { Listener } from '#platform/subscriptions';
import { eventData } from './event-data.js';
import { streamRows } from './streams.js';
import type { EventRow, StreamRows } from './streams.js';

const ABOUT = `# Every event, and who listens

Made by \`npm run generate\` from the deciders, the sources of the events, and the subscriptions of the features. The number behind
an event is its newest version; the types that its data names stand at the end. What happened to one check, claim or member is also read from its stream, by whoever may see it.
`;

/** Every event type, by stream, with its data and its listeners. */
export const eventsDocument = (listeners: readonly Listener[]): string => {
  const { ofEvents, named } = eventData();
  const sections = streamRows().map((stream) => sectionOf(stream, ofEvents, listeners));
  return [ABOUT, ...sections, typesSection(named)].join('\n');
};

const sectionOf = (
  { category, events }: StreamRows,
  data: ReadonlyMap<string, string>,
  listeners: readonly Listener[],
): string =>
  [
    `## ${category}\n`,
    ...events.map((event) => entryOf(event, dataOf(event, data), heardBy(event, listeners))),
    '',
  ].join('\n');

/** What the data above names. */
const typesSection = (named: ReadonlyMap<string, string>): string =>
  ['## Types\n', ...[...named].map(([name, type]) => `- **${name}**: \`${type}\``), ''].join('\n');

const entryOf = ({ type, schemaVersion }: EventRow, data: string, names: readonly string[]): string =>
  `- **${type}** ${schemaVersion}: \`${data}\`${names.length === 0 ? '' : `; to ${names.join(', ')}`}`;

const dataOf = ({ type }: EventRow, data: ReadonlyMap<string, string>): string => {
  const found = data.get(type);
  if (found === undefined) throw new Error(`No source says what ${type} holds.`);
  return found;
};

const heardBy = ({ type }: EventRow, listeners: readonly Listener[]): readonly string[] =>
  listeners.filter(({ types }) => types.includes(type)).map(({ name }) => name);
