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
import { addNote, markDeadline } from './case.js';
import { closeReplyWindow, recordReply, requestReply } from './replies.js';
import { answer, ask } from './research.js';
import { mostlyTrue, unproven } from './rulings.js';
import { ana, ben, cleo, dan, eva, factsOf, job } from './people.js';
import { e2 } from './world.js';

const nov9 = (time: string): string => `2022-11-09T${time}.000Z`;
const nov10 = (time: string): string => `2022-11-10T${time}.000Z`;

const DISAGREEMENT = 'Dan first found it mostly true: one government says so.';

const publisher = { key: 'org:seed-publisher', name: 'The publisher', kind: 'organisation' } as const;

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
  ask: ask(ben, { at: nov9('11:58:00') }),
  answer: answer(ben, { at: nov9('12:02:00') }),
  requestCouncil: requestReply(ben, { data: { dueAt: nov10('10:00:00') }, at: nov9('12:05:00') }),
  requestPublisher: requestReply(ben, {
    data: { replyId: 'rp2', party: publisher, purpose: 'publisher', dueAt: nov10('10:00:00') },
    at: nov9('12:06:00'),
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
  note: addNote(cleo, 'round', { at: nov9('18:05:00') }),
  amendDan: amend(dan, { data: { rulingId: 'ru2', ...unproven }, at: nov9('18:20:00') }),
  replyPublisher: recordReply(ben, {
    data: { replyId: 'rp2', receivedOn: '2022-11-10', text: 'The headline will say whose claim it is.' },
    at: nov10('09:40:00'),
  }),
  closeCouncil: closeReplyWindow(job('close-reply-window'), 'no_answer', { at: nov10('10:00:00') }),
  draft: draft(ben, { data: { asOf: '2022-11-10', disagreementNote: DISAGREEMENT }, at: nov10('10:20:00') }),
  markCase: markDeadline({ clock: 'case', no: 1, run: 1, mark: 'before-2h' }, nov10('10:30:00')),
  approve: approve(eva, { data: { contentHash: HASH, consideredReplyIds: ['rp2'] }, at: nov10('10:40:00') }),
  publish: publish(eva, { at: nov10('10:41:00') }),
} as const satisfies Readonly<Record<string, CheckCommand>>;

/** The commands up to one of them, and that one. */
export const until = (last: keyof typeof SCENARIO): readonly CheckCommand[] => {
  const names = Object.keys(SCENARIO);
  return Object.values(SCENARIO).slice(0, names.indexOf(last) + 1);
};
