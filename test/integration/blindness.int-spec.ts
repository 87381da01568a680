import { v7 } from 'uuid';
import { wednesday } from '../../apps/docket/src/demo/article/dates.js';
import { startIdsAnew } from './blindness/fixed-ids.js';
import { CONVINCED, DOUBTFUL } from './blindness/opinions.js';
import type { Mind } from './blindness/opinions.js';
import { BLIND, IN_THE_DARK, askAll, orderAll } from './blindness/walk.js';
import type { Answers } from './blindness/walk.js';
import { prepareWorld } from './blindness/world.js';
import type { World } from './blindness/world.js';

jest.mock('uuid', () => jest.requireActual<typeof import('./blindness/fixed-ids.js')>('./blindness/fixed-ids').uuid);
jest.setTimeout(600_000);

const MOMENTS = ['entered', 'ordered', 'amended', 'withdrawn', 'recused', 'ruled by another', 'gone on'] as const;

const MEMBERS = BLIND.filter((one) => one !== 'nobody');

type Told = { readonly [Moment in (typeof MOMENTS)[number] | 'cleo']: Answers };

describe('what a sealed ruling says, and whose it is', () => {
  let doubtful: Told;
  let convinced: Told;
  let byCleo: Answers;
  let byDan: Answers;

  beforeAll(async () => {
    [doubtful, byCleo] = await tell(DOUBTFUL);
    [convinced] = await tell(CONVINCED);
    byDan = await inWorld(async (world) => {
      await world.player.at(wednesday('16:30'));
      await rule(world, 'Dan', CONVINCED.second);
      await world.player.at(wednesday('16:45'));
      return askAll(world, IN_THE_DARK, 'everything');
    });
  });

  it.each(MOMENTS)('nobody can tell the worlds apart once it is %s', (moment) => {
    expect(doubtful[moment].size).toBeGreaterThan(100);
    expect([...doubtful[moment]].filter(([, answer]) => answer.startsWith('5'))).toEqual([]);
    expect(differences(doubtful[moment], convinced[moment])).toEqual([]);
  });

  it('Cleo herself can: there is something to be seen', () => {
    expect(differences(doubtful.cleo, convinced.cleo).length).toBeGreaterThan(1);
  });

  it('who may not know whose it is, or since when, cannot tell that either', () => {
    expect(differences(byCleo, byDan)).toEqual([]);
  });

  it('that one is in, Dan’s page tells him, and nothing more', () => {
    const [url = ''] = [...doubtful.entered.keys()].filter((asked) => /^Dan GET \/v1\/checks\/[0-9a-f-]+$/.test(asked));
    const page = JSON.parse(doubtful.entered.get(url)?.split('\n')[1] ?? '') as { readonly rounds: readonly object[] };
    expect(page.rounds).toMatchObject([{ rulingsIn: 1, rulingsExpected: 2, rulings: [] }]);
  });

  it('the walk sees something: each page for members is there for one of them', () => {
    const asked = [...doubtful.entered].filter(([what]) => !what.includes('?') && what.includes(' GET /v1/'));
    const paths = new Set(asked.map(([what]) => what.split(' ')[2] ?? ''));
    const seen = asked.filter(([, answer]) => answer.startsWith('200 ')).map(([what]) => what.split(' ')[2] ?? '');
    expect([...paths].filter((path) => !seen.includes(path) && !path.startsWith('/v1/rehearsal/'))).toEqual([]);
  });
});

/** From Cleo's first ruling to what comes after her recusal; and what those who know least were told of the first. */
const tell = (mind: Mind): Promise<readonly [Told, Answers]> =>
  inWorld(async (world) => {
    const { player, played, offer } = world;
    await player.at(wednesday('16:01'));
    const rulingId = await rule(world, 'Cleo', mind.first, mind.cited);
    await player.at(wednesday('16:45'));
    const entered = await askAll(world, BLIND, 'everything');
    const cleo = await askAll(world, ['Cleo'], 'case');
    const ordered = await orderAll(world, MEMBERS, { rulingId }, '"1"');

    await player.at(wednesday('16:50'));
    const second = { ...mind.second, linkIds: played.linkIds.slice(-mind.cited) };
    const amendment = { rulingId, ...second, reason: mind.reason };
    await send(world, 'Cleo', 'amend-ruling', amendment);
    await player.at(wednesday('16:51')); // the read models know of it
    const amended = await askAll(world, BLIND, 'case');

    await player.at(wednesday('16:55'));
    const withdrawal = { rulingId, reason: mind.reason };
    await send(world, 'Cleo', 'withdraw-ruling', withdrawal);
    await player.at(wednesday('16:56'));
    const withdrawn = await askAll(world, BLIND, 'case');

    await player.at(wednesday('17:00'));
    await rule(world, 'Cleo', mind.second, mind.cited);
    await player.at(wednesday('17:05'));
    const note = { code: 'relationship', note: 'I shared a flat with the spokesman until last year.' };
    await send(world, 'Cleo', 'recuse', note);
    await player.at(wednesday('17:06'));
    const recused = await askAll(world, BLIND, 'case');

    const { assignmentId } = offer;
    await send(world, 'Fay', 'accept-assignment', { assignmentId });
    await player.at(wednesday('17:10'));
    const another = await rule(world, 'Fay', mind.first, mind.cited);
    await player.at(wednesday('17:15'));
    const others = MEMBERS.filter((one) => one !== 'Fay');
    const ruledByAnother = await askAll(world, others, 'case');
    const goneOn = await orderAll(world, others.toSorted(editorsLast), { rulingId: another });
    await player.at(wednesday('17:16'));
    const afterwards = await askAll(world, others, 'case');

    const told = { cleo, entered, ordered, amended, withdrawn, recused, 'ruled by another': ruledByAnother };
    const dark = IN_THE_DARK as readonly string[];
    const byCleo = new Map([...entered].filter(([what]) => dark.includes(what.split(' ')[0] ?? '')));
    return [{ ...told, 'gone on': new Map([...goneOn, ...afterwards]) }, byCleo];
  });

const inWorld = async <Result>(play: (world: World) => Promise<Result>): Promise<Result> => {
  startIdsAnew();
  const world = await prepareWorld();
  try {
    return await play(world);
  } finally {
    await world.api.stop();
  }
};

const rule = async (world: World, who: 'Cleo' | 'Dan' | 'Fay', opinion: Mind['first'], cited = 1): Promise<string> => {
  const rulingId = v7();
  const linkIds = world.played.linkIds.slice(-cited);
  await send(world, who, 'submit-ruling', { rulingId, round: 1, ...opinion, linkIds });
  return rulingId;
};

const send = async ({ api, tokens, played }: World, who: string, command: string, body: object): Promise<void> => {
  const url = `/v1/checks/${played.checkId}/${command}`;
  const { statusCode, payload } = await api.post(url, body, { token: tokens[who] ?? '' });
  expect([statusCode, payload]).toEqual([200, expect.anything()]);
};

/** What they send is accepted more often than not. */
const editorsLast = (one: string, other: string): number => Number(isEditor(one)) - Number(isEditor(other));
const isEditor = (who: string): boolean => ['Eva', 'Hal', 'Ana'].includes(who);

/** What was answered otherwise, and from where on. */
const differences = (one: Answers, other: Answers): readonly string[] => {
  expect([...other.keys()]).toEqual([...one.keys()]);
  return [...one].flatMap(([asked, answer]) => {
    const also = other.get(asked) ?? '';
    if (answer === also) return [];
    const from = Math.max(0, Array.from(answer).findIndex((letter, place) => letter !== also[place]) - 80);
    return [`${asked}\n  ${answer.slice(from, from + 200)}\n  ${also.slice(from, from + 200)}`];
  });
};
