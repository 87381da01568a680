import { can } from '#kernel';
import type { Actor, Answer } from '#kernel';
import type { CheckCommand } from '../../domain/check.commands.js';
import { checkDecider } from '../../domain/check.decider.js';
import type { CheckState } from '../../domain/check.state.js';

/** What people may do to a check that is open. */
const COMMANDS = [
  'OfferAssignment',
  'AcceptAssignment',
  'DeclineAssignment',
  'LinkEvidence',
  'SubmitForReview',
  'OpenRound',
  'SubmitRuling',
  'AmendRuling',
  'DraftVerdict',
  'ApproveVerdict',
  'PublishVerdict',
] as const satisfies readonly CheckCommand['type'][];

/** For each command what the rules say to this actor, from stage, roles and capacities alone: nothing sealed is asked. */
export const permissionsOf = (actor: Actor, state: CheckState): Readonly<Record<string, Answer>> =>
  Object.fromEntries(COMMANDS.map((command) => [command, can(checkDecider, state, actor, command)]));
