import type { People } from '#features/members';

export const NOBODY: People = {
  workedOn: [],
  drafted: [],
  handledClaim: [],
  everRuled: [],
  ruled: [],
  setAside: [],
  recused: [],
  partyKeys: [],
};

export const worked = (people: People, memberId: string): People => ({
  ...people,
  workedOn: including(people.workedOn, memberId),
});

export const drafted = (people: People, memberId: string): People => ({
  ...people,
  drafted: including(people.drafted, memberId),
});

/** In the round at hand, and so in this check. */
export const ruled = (people: People, memberId: string): People => ({
  ...people,
  everRuled: including(people.everRuled, memberId),
  ruled: including(people.ruled, memberId),
  setAside: people.setAside.filter((id) => id !== memberId),
});

/** A new round begins: nobody has ruled in it. */
export const beforeRulings = (people: People): People => ({ ...people, ruled: [], setAside: [] });

/** His sealed ruling of the round at hand does not count any more. */
export const rulingSetAside = (people: People, memberId: string): People => ({
  ...people,
  setAside: including(people.setAside, memberId),
});

export const recused = (people: People, memberId: string): People => ({
  ...people,
  recused: including(people.recused, memberId),
});

const including = (memberIds: readonly string[], memberId: string): readonly string[] => [
  ...new Set([...memberIds, memberId]),
];
