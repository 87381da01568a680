import { v7 } from 'uuid';
import { NAMED } from '../documented-examples/histories.js';
import type { Answer } from '../../support/api.js';
import { filteredQueries, orders, plainQueries } from './routes.js';
import type { Values } from './routes.js';
import type { World } from './world.js';

/** Who may not know what a sealed ruling says; nobody is the public. Cleo, whose ruling it is, is none of them. */
export const BLIND = ['Dan', 'Ben', 'Fay', 'Jo', 'Ana', 'Eva', 'Gus', 'Hal', 'nobody'] as const;

/** Who may not even know whose it is: the researcher, who is asked to review, and who has no part in the case. */
export const IN_THE_DARK = ['Ben', 'Fay', 'Jo', 'Hal', 'nobody'] as const;

/** Cleo too, to see that there is something to be seen. */
export type Walker = (typeof BLIND)[number] | 'Cleo';

/** All that was answered, by what was asked: word for word, but for the hour of this machine. */
export type Answers = ReadonlyMap<string, string>;

/** What the ids in the documented examples stand for here; the ruling is Cleo's. */
export type Named = { readonly rulingId: string };

/** `everything`: all routes, and all of their filters where they know of the case; `case`: what knows of the case. */
export const askAll = async (
  world: World,
  walkers: readonly Walker[],
  what: 'everything' | 'case',
): Promise<Answers> => {
  const { played, player } = world;
  const ids = await idsOf(world);
  const asked: Values = {
    actor: player.cleo.id,
    member: player.cleo.id,
    after: `check-${played.checkId}@1`,
    asOf: player.teller.now ?? '',
    limit: '1',
    from: '2022-11-09T14:32:00.001Z',
  };
  const answers = new Map<string, string>();
  for (const walker of walkers) {
    const plain = plainQueries(ids, asked).filter((url) => what === 'everything' || KNOWS_OF_CASES.test(url));
    const isThorough = what === 'everything' && THOROUGH.includes(walker);
    const filtered = isThorough ? filteredQueries(ids, asked).filter((url) => KNOWS_OF_CASES.test(url)) : [];
    for (const url of new Set([...plain, ...filtered].filter((one) => isOpenTo(walker, one))))
      answers.set(`${walker} GET ${url}`, wordsOf(await world.api.get(url, tokenOf(world, walker))));
  }
  return answers;
};

/**
 * Sends every documented command as Dan, and those of cases as each of the others. With a version that is long past
 * whatever is there stays as it is; without one some of it is accepted, and the worlds go on from there.
 */
export const orderAll = async (
  world: World,
  walkers: readonly Walker[],
  { rulingId }: Named,
  version?: string,
): Promise<Answers> => {
  const { player, played, offer } = world;
  const [link = ''] = played.linkIds;
  const ids = await idsOf(world);
  const replaced = new Map<string, string>([
    [NAMED.member, player.cleo.id],
    [NAMED.submission, played.submissionId],
    [NAMED.link, link],
    [NAMED.assignment, offer.assignmentId],
    [NAMED.reply, played.publisherReplyId],
    [NAMED.ruling, rulingId],
  ]);
  const answers = new Map<string, string>();
  for (const walker of walkers)
    for (const { path, mediaType, body } of lastThingsLast(orders(ids, replaced))) {
      if (walker !== 'Dan' && !KNOWS_OF_CASES.test(path)) continue;
      const ask = { ...tokenOf(world, walker), ...(version !== undefined && { version }) };
      const answer = await world.api.post(path, body, { ...ask, key: v7(), headers: { 'content-type': mediaType } });
      answers.set(`${walker} POST ${path}`, wordsOf(answer));
    }
  return answers;
};

/** After them somebody is gone, or the case is at rest, and the rest would only be told so. */
const LAST =
  /recuse|release|transfer|decline|withdraw-check|shelve|return-to-research|close-round|submit-ruling|suspend|departure|erase|revoke/;

const lastThingsLast = <Of extends { readonly path: string }>(all: readonly Of[]): readonly Of[] => [
  ...all.filter(({ path }) => !LAST.test(path)),
  ...all.filter(({ path }) => LAST.test(path)),
];

/** All but people, standards and texts. */
const KNOWS_OF_CASES = /^\/v1\/(?!members\/(?!me)|scales|policies|submissions|rehearsal)|^\/v\/|^\/feeds\//;

/** One for each column of who may see what. */
const THOROUGH: readonly Walker[] = ['Dan', 'Ben', 'Fay', 'Ana', 'Gus'];

/** The public is let in to what is public, and nowhere else. */
const isOpenTo = (walker: Walker, url: string): boolean => (walker === 'nobody') !== url.startsWith('/v1/');

const tokenOf = ({ tokens }: World, walker: Walker): { readonly token?: string } => {
  const token = tokens[walker];
  return token === undefined ? {} : { token };
};

/** What stands in the braces of a route. */
const idsOf = async ({ player, played: { submissionId, checkId }, deskKey }: World): Promise<Values> => {
  const { links } = await player.ana.page(checkId);
  return {
    memberId: player.cleo.id,
    submissionId,
    claimId: checkId,
    checkId,
    evidenceId: String(links[0]?.evidenceId),
    scaleId: 'five-step',
    policyId: 'default',
    version: '1',
    versionNo: '1',
    deskKey,
  };
};

/** The number of a request says nothing but where to look in the logs. */
const TRACE = /"traceId":"[0-9a-f]+"/;

const wordsOf = ({ statusCode, headers, payload }: Answer): string => {
  const { date: _, ...told } = headers;
  return `${statusCode} ${JSON.stringify(told)}\n${payload.replace(TRACE, '')}`;
};
