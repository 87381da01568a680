import { v7 } from 'uuid';
import { prepareCase } from '../../../apps/docket/src/demo/case.js';
import type { DemoCase } from '../../../apps/docket/src/demo/demo-case.js';
import { wednesday } from '../../../apps/docket/src/demo/article/dates.js';
import { gatherCast } from '../../../apps/docket/src/demo/gather-cast.js';
import { ANA, BEN, CLEO, DAN, EVA, FAY, GUS, HAL, IDA } from '../../../apps/docket/src/demo/people.js';
import type { Player } from '../../../apps/docket/src/demo/player.js';
import { rehearsalTime } from '../../../apps/docket/src/demo/scene-time.js';
import { Teller } from '../../../apps/docket/src/demo/teller.js';
import { rehearsalAt } from '../../../apps/docket/src/desk/rehearsal.js';
import { FEATURE_WORKER_MODULES } from '../../../apps/worker/src/worker.module.js';
import { startApi } from '../../support/api.js';
import type { TestApi } from '../../support/api.js';
import { connected } from '../../support/database.js';
import { activate } from '../../support/members.js';
import { startIdsAnew } from './fixed-ids.js';

const KEY = 'blind';
const DESK_KEY = `rehearsal-${KEY}`;

/** Of Fay, who has not answered it. */
export type Offer = { readonly assignmentId: string; readonly memberId: string };

/** A database with the case of the demo, up to the round in which Cleo and Dan are to rule. */
export type World = {
  readonly api: TestApi;
  readonly player: Player;
  readonly played: DemoCase;
  readonly deskKey: string;
  readonly offer: Offer;
  /** By name; Fay is asked to review as well, and Jo is a reviewer who has no part in the case. */
  readonly tokens: Readonly<Record<string, string>>;
};

export const prepareWorld = async (): Promise<World> => {
  startIdsAnew();
  const api = await startApi({}, [...FEATURE_WORKER_MODULES]);
  await api.app.listen(0, '127.0.0.1');
  const baseUrl = await api.app.getUrl();
  await beginDesk(api);
  const { deskId, adminId, token, operatorToken } = await api.makeRehearsal(KEY, wednesday('09:00'));
  const issueToken = (memberId: string) => api.tokenOf(deskId, memberId);
  const rehearsal = rehearsalAt({ baseUrl, operatorToken });
  const time = rehearsalTime((instant) => rehearsal.moveTo(instant));
  const stage = { baseUrl, adminId, adminToken: token, issueToken, time };
  const { player, tokens } = await gatherCast(stage, new Teller(() => undefined));
  const played = await prepareCase(player);
  await player.at(wednesday('15:50'));
  const offer = await askFay(player, played.checkId);
  const jo = await joinJo(player, api, issueToken);
  const named = [ANA, BEN, CLEO, DAN, EVA, FAY, GUS, HAL, IDA].map((one) => [one.name, tokens.get(one) ?? ''] as const);
  return { api, player, played, deskKey: DESK_KEY, offer, tokens: { ...Object.fromEntries(named), Jo: jo } };
};

/** As an interrupted installer leaves it, on the same day in every world: all of its ids follow from that. */
const beginDesk = (api: TestApi): Promise<unknown> =>
  connected(api.database.urls.owner, (owner) =>
    owner.query(
      `INSERT INTO operational.desk (key, name, rehearsal, created_at) VALUES ($1, $1, true, '2022-11-09T08:00:00Z')`,
      [DESK_KEY],
    ),
  );

/** She is offered to review, and has not answered. */
const askFay = async (player: Player, checkId: string): Promise<Offer> => {
  const memberId = player.memberOf(FAY).id;
  const assignmentId = v7();
  const offer = { assignmentId, memberId, capacity: 'reviewer' } as const;
  await player.hal.client.send('/v1/members/{memberId}/grant-role', { memberId }, { role: 'reviewer' });
  await player.ana.client.send('/v1/checks/{checkId}/offer-assignment', { checkId }, offer);
  return offer;
};

const joinJo = async (
  { hal }: Player,
  api: TestApi,
  issueToken: (memberId: string) => Promise<string>,
): Promise<string> => {
  const memberId = v7();
  const invitation = { name: 'Jo', email: 'jo@desk.example' };
  await hal.client.send('/v1/members/{memberId}/invite-member', { memberId }, invitation);
  await hal.client.send('/v1/members/{memberId}/grant-role', { memberId }, { role: 'reviewer' });
  const token = await issueToken(memberId);
  await activate(api, memberId, token);
  return token;
};
