import type { CheckCommand } from '../check.commands.js';
import {
  accept,
  amend,
  approve,
  draft,
  link,
  offer,
  openCheck,
  openRound,
  publish,
  reveal,
  rule,
  submitForReview,
} from './commands.js';
import { mostlyTrue, unproven } from './rulings.js';
import { ana, ben, cleo, dan, eva, factsOf } from './people.js';
import { e2 } from './world.js';

const nov9 = (time: string): string => `2022-11-09T${time}.000Z`;
const nov10 = (time: string): string => `2022-11-10T${time}.000Z`;

const DISAGREEMENT = 'Dan first found it mostly true: one government says so.';

/** Of the only draft of the scenario: Ben writes it, and Eva signs it. */
const HASH = '95cf5761f141b749d6633d9316d63ceca66118e953e7e4e1adee73ae13e09f44';

/** The course of the acceptance scenario's first cycle: what the commands there are can do of it. */
export const SCENARIO = {
  open: openCheck(ana, { data: { dueAt: nov10('12:30:00') }, at: nov9('09:10:00') }),
  offerResearch: offer(ana, factsOf(ben), 'researcher', { data: { assignmentId: 'a1' }, at: nov9('09:11:00') }),
  acceptResearch: accept(ben, 'researcher', { data: { assignmentId: 'a1' }, at: nov9('09:14:00') }),
  linkDenial: link(ben, { at: nov9('11:40:00') }),
  linkReport: link(ben, {
    data: { linkId: 'l2', evidenceId: 'e2', stance: 'supports', weight: 'medium' },
    facts: { evidence: e2 },
    at: nov9('11:52:00'),
  }),
  offerCleo: offer(ana, factsOf(cleo), 'reviewer', { data: { assignmentId: 'a2' }, at: nov9('13:50:00') }),
  offerDan: offer(ana, factsOf(dan), 'reviewer', { data: { assignmentId: 'a3' }, at: nov9('13:51:00') }),
  acceptCleo: accept(cleo, 'reviewer', { data: { assignmentId: 'a2' }, at: nov9('13:55:00') }),
  acceptDan: accept(dan, 'reviewer', { data: { assignmentId: 'a3' }, at: nov9('14:05:00') }),
  submit: submitForReview(ben, { at: nov9('14:30:00') }),
  openRound: openRound(ana, ['cleo', 'dan'], { at: nov9('14:32:00') }),
  ruleCleo: rule(cleo, { data: { rulingId: 'ru1' }, at: nov9('16:01:00') }),
  ruleDan: rule(dan, {
    data: { rulingId: 'ru2', ...mostlyTrue, strength: 'low', linkIds: ['l2'] },
    at: nov9('17:45:00'),
  }),
  reveal: reveal(nov9('17:45:01')),
  amendDan: amend(dan, { data: { rulingId: 'ru2', ...unproven }, at: nov9('18:20:00') }),
  draft: draft(ben, { data: { asOf: '2022-11-10', disagreementNote: DISAGREEMENT }, at: nov10('10:20:00') }),
  approve: approve(eva, { data: { contentHash: HASH }, at: nov10('10:40:00') }),
  publish: publish(eva, { at: nov10('10:41:00') }),
} as const satisfies Readonly<Record<string, CheckCommand>>;

/** The commands up to one of them, and that one. */
export const until = (last: keyof typeof SCENARIO): readonly CheckCommand[] => {
  const names = Object.keys(SCENARIO);
  return Object.values(SCENARIO).slice(0, names.indexOf(last) + 1);
};
