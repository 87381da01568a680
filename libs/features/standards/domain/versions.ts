import type { Actor } from '#kernel';
import { installerMadeVersionOne, ownDraft, versionPublished, versionUnknown } from './standards.errors.js';

/** One version of a scale or a policy, and what it holds. */
export type Version<Content> = {
  readonly version: number;
  readonly status: 'draft' | 'in_force';
  readonly draftedBy: string;
  readonly content: Content;
};

/** In order: version n is the nth. Only the last one can be a draft. */
export type Versions<Content> = readonly Version<Content>[];

/** Where a scale or a policy stands: nothing drafted yet, a draft open, or none open. */
export type StandardPlace = 'defined' | 'drafted' | 'in_force';

export const placeOf = <Content>(versions: Versions<Content>): StandardPlace => {
  const last = versions.at(-1);
  if (last === undefined) return 'defined';
  return last.status === 'draft' ? 'drafted' : 'in_force';
};

/** The number of the next draft. After version 1, members write them. */
export const nextVersion = <Content>(versions: Versions<Content>, actor: Actor): number => {
  const next = versions.length + 1;
  keepToVersionOne(next, actor);
  return next;
};

/** The draft that is to come into force. */
export const draftOf = <Content>(versions: Versions<Content>, version: number, actor: Actor): Version<Content> => {
  keepToVersionOne(version, actor);
  const found = versions.find((one) => one.version === version);
  if (found === undefined) throw versionUnknown(version);
  if (found.status !== 'draft') throw versionPublished(version);
  return found;
};

/** The installer may repeat itself until the desk is made. */
export const isRepeated = <Content>(versions: Versions<Content>, version: number, { kind }: Actor): boolean =>
  kind === 'service' && versions.some((one) => one.version === version && one.status === 'in_force');

/** S8: two people stand behind a version. The installer brings its own version 1 into force. */
export const keepFromDrafter = ({ draftedBy }: Version<unknown>, { kind, id }: Actor): void => {
  if (kind === 'member' && draftedBy === id) throw ownDraft();
};

export const withDraft = <Content>(
  versions: Versions<Content>,
  drafted: { readonly version: number; readonly draftedBy: string },
  content: Content,
): Versions<Content> => [...versions, { ...drafted, status: 'draft', content }];

export const withInForce = <Content>(versions: Versions<Content>, version: number): Versions<Content> =>
  versions.map((one) => (one.version === version ? { ...one, status: 'in_force' } : one));

const keepToVersionOne = (version: number, { kind }: Actor): void => {
  if (kind === 'service' && version !== 1) throw installerMadeVersionOne();
};
