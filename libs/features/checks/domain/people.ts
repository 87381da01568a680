import type { People } from '#features/members';

export const NOBODY: People = {
  workedOn: [],
  drafted: [],
  handledClaim: [],
  everRuled: [],
  ruled: [],
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
});

/** A new round begins: nobody has ruled in it. */
export const beforeRulings = (people: People): People => ({ ...people, ruled: [] });

const including = (memberIds: readonly string[], memberId: string): readonly string[] => [
  ...new Set([...memberIds, memberId]),
];
