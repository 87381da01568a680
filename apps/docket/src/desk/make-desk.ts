import { createHash } from 'node:crypto';
import { v7 } from 'uuid';
import type { Actor, AnyCommand, Asked } from '#kernel';
import { BUILT_IN_SCALES, policyStream, scaleStream } from '#features/standards';
import type { BuiltInScale, PolicyCommand, ScaleCommand } from '#features/standards';
import { memberStream } from '#features/members';
import type { MemberCommand } from '#features/members';
import { derivedId } from '#platform/commands';
import { completeDesk, openDesk } from './desk-rows.js';
import type { DeskRow, Publication, Rehearsal } from './desk-rows.js';
import type { Operator } from './operator.js';
import type { Standards } from './policy-file.js';

export type DeskWish = Publication & {
  readonly key: string;
  readonly name: string;
  readonly adminEmail: string;
  readonly standards: Standards;
  /** For demos and tests. */
  readonly rehearsal?: Rehearsal;
};

/** Its tokens are told this once. */
export type NewDesk = {
  readonly deskId: number;
  readonly adminId: string;
  readonly token: string;
  /** Of a rehearsal desk: it moves the clock, and does nothing else. */
  readonly operatorToken?: string;
};

const INSTALLER: Actor = { kind: 'service', id: 'service:installer', roles: [] };
const POLICY_ID = 'default';

/**
 * Makes a desk: its standards, version 1 of the built-in scales and of the policy `default`, and its first admin, all by
 * commands of `service:installer`. The ids of the commands come from the desk, so that an interrupted run is gone on with.
 */
export const makeDesk = async (operator: Operator, wish: DeskWish): Promise<NewDesk> => {
  const desk = await openDesk(operator.owner, wish);
  const adminId = firstAdminOf(desk, wish.key);
  const send = sender(operator, desk, wish.key);
  for (const command of scalesOf(wish.standards).flatMap(scaleCommands))
    await send(scaleStream.decider.category, command);
  for (const command of policyCommands(wish.standards)) await send(policyStream.decider.category, command);
  for (const command of adminCommands(adminId, wish)) await send(memberStream.decider.category, command);
  const token = await operator.tokens.issue(desk.deskId, adminId);
  const forOperator =
    wish.rehearsal === undefined ? {} : { operatorToken: await operator.tokens.issueForOperator(desk.deskId) };
  await completeDesk(operator.owner, desk.deskId);
  return { deskId: desk.deskId, adminId, token, ...forOperator };
};

/** Members have UUIDv7 ids; the random part of this one comes from the desk's key. */
const firstAdminOf = ({ createdAt }: DeskRow, key: string): string =>
  v7({ msecs: Date.parse(createdAt), seq: 0, random: createHash('sha256').update(`${key}/first-admin`).digest() });

/** A command without its envelope. */
type Order<Command extends AnyCommand> = Command extends AnyCommand ? Pick<Command, 'type' | 'id' | 'data'> : never;

/** The built-in scales, and the one that the policy names: with its own labels, if the desk brings some. */
const scalesOf = ({ rules, labels }: Standards): readonly BuiltInScale[] => {
  const id = rules.scale.scaleId;
  const builtIn = BUILT_IN_SCALES.find((scale) => scale.id === id);
  const own: BuiltInScale = { ...(builtIn ?? { id, name: id, kind: 'ordinal' }), labels };
  return [...BUILT_IN_SCALES.filter((scale) => scale.id !== id), own];
};

const scaleCommands = ({ id, name, kind, labels }: BuiltInScale): readonly Order<ScaleCommand>[] => [
  { type: 'DefineScale', id, data: { name, kind } },
  { type: 'DraftScaleVersion', id, data: { labels } },
  { type: 'PublishScaleVersion', id, data: { version: 1 } },
];

const policyCommands = ({ rules }: Standards): readonly Order<PolicyCommand>[] => [
  { type: 'DefinePolicy', id: POLICY_ID, data: { name: 'Default' } },
  { type: 'DraftPolicyVersion', id: POLICY_ID, data: { rules, note: 'Made with the desk.' } },
  { type: 'ActivatePolicyVersion', id: POLICY_ID, data: { version: 1 } },
];

const adminCommands = (id: string, { adminEmail }: DeskWish): readonly Order<MemberCommand>[] => [
  { type: 'InviteMember', id, data: { name: 'First admin', email: adminEmail } },
  { type: 'GrantRole', id, data: { role: 'admin' } },
];

const sender =
  ({ commands }: Operator, { deskId, createdAt, startsAt }: DeskRow, key: string) =>
  async (category: string, order: Order<AnyCommand>): Promise<void> => {
    const commandId = derivedId(createdAt, `${key}/${order.type}/${category}-${order.id}`);
    const command: Asked<AnyCommand> = {
      ...order,
      deskId,
      commandId,
      correlationId: commandId,
      actor: INSTALLER,
      at: startsAt,
    };
    await commands.send(category, command);
  };
