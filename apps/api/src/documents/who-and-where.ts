import type { CommandRow } from './streams.js';

/** Who may send it, in words: `own` is about oneself or one's own item. */
export const whoMaySend = ({ by }: CommandRow): string => by.map(inWords).join(', ');

/** From which places it is possible: `absent` is before the first event. Offers depend on what is offered. */
export const fromWhere = ({ from, isNarrowed }: CommandRow): string =>
  from.join(', ') + (isNarrowed ? ' (of these, where its capacity is offered)' : '');

const inWords = (by: string): string => {
  if (by === 'own') return 'the member himself';
  if (by === 'service') return 'services';
  if (by.startsWith('as ')) return `${by.slice('as '.length).replace('_', '-')} of the check`;
  if (by.startsWith('own ')) return `${by.slice('own '.length)} (own)`;
  return by.replace('service:', '');
};
