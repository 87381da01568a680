import { stateOf } from '#kernel';
import type { Actor } from '#kernel';
import { checkDecider } from '../../domain/check.decider.js';
import type { CheckEvent } from '../../domain/check.events.js';
import {
  NOW,
  accepted,
  agreed,
  also,
  ana,
  around,
  ben,
  claim,
  cleo,
  dan,
  decided,
  drafted,
  e1,
  eva,
  evidence,
  factsOf,
  fay,
  inReview,
  isFalse,
  offered,
  open,
  policyWith,
  readyForReview,
  reconciling,
  researched,
  researching,
  ruled,
  stage,
  unproven,
  withApproval,
  withDraft,
} from '../../domain/testing/index.js';
import type { Around, Asked } from './attempts.js';
import { gateFor } from './gate.answer.js';
import { permissionsOf } from './permissions.js';

const ALLOWED = 'allowed';

describe('a button', () => {
  it('is there for every command that people send to an open check', () => {
    const buttons = Object.keys(permissionsOf(asked(ana, open())));
    expect(buttons).toEqual(expect.arrayContaining(['AddNote', 'CloseReplyWindow', 'PublishVerdict', 'ResumeCheck']));
    for (const one of ['OpenCheck', 'RevealRulings', 'MarkDeadline', 'ExpireOffer']) expect(buttons).not.toContain(one);
  });

  it('says the refusal that it would meet, with its sentence', () => {
    expect(permissionsOf(asked(ana, open())).OpenRound).toEqual({
      allowed: false,
      code: 'check/wrong-stage',
      reason: 'This is possible only from: ready_for_review.',
    });
    expect(permissionsOf(asked(ben, open())).OpenRound).toMatchObject({
      code: 'desk/role-missing',
      reason: 'None of your roles may do this.',
    });
  });

  it.each<[string, Actor, readonly CheckEvent[], string]>([
    ['AcceptAssignment', ben, open(), 'desk/not-yours'],
    ['AcceptAssignment', ben, [...open(), offered('ben', 'researcher')], ALLOWED],
    ['SubmitForReview', ben, researching(), 'check/no-evidence'],
    ['SubmitForReview', ben, researched(), ALLOWED],
    ['AnswerQuestion', ben, researched(), 'check/question-unknown'],
    ['UnlinkEvidence', ben, researching(), 'check/link-unknown'],
    ['OpenRound', ana, readyForReview(), ALLOWED],
    ['OpenRound', ana, readyForReview({ claim: { severity: 'high' } }), 'check/quorum-too-small'],
    ['SubmitRuling', cleo, inReview(), ALLOWED],
    ['SubmitRuling', cleo, [...inReview(), ruled('cleo', unproven)], 'check/already-ruled'],
    ['WithdrawRuling', cleo, inReview(), 'desk/not-yours'],
    ['WithdrawRuling', cleo, [...inReview(), ruled('cleo', unproven)], ALLOWED],
    ['RecordTieBreak', eva, [...reconciling(), stage('tie_break', 6), ...accepted('eva', 'tie_breaker')], ALLOWED],
    ['CloseRound', eva, [...reconciling(), stage('deadlocked', 6)], ALLOWED],
    ['CloseRound', also(cleo, 'approver'), [...reconciling(), stage('deadlocked', 6)], 'check/approver-ruled'],
    ['ApproveVerdict', eva, agreed(), 'check/no-draft'],
    ['ApproveVerdict', eva, withDraft(), ALLOWED],
    ['ApproveVerdict', also(ben, 'approver'), withDraft(), 'check/approver-is-researcher'],
    ['RefuseApproval', also(dan, 'approver'), withDraft(), 'check/approver-ruled'],
    ['PublishVerdict', fay, withApproval(), ALLOWED],
    ['CancelSchedule', fay, withApproval(), 'check/not-scheduled'],
    ['ScheduleVerdict', fay, withApproval(), ALLOWED],
  ])('%s, %#', (command, actor, past, expected) => {
    const permission = permissionsOf(asked(actor, past))[command];
    expect(permission?.allowed === false ? permission.code : ALLOWED).toBe(expected);
  });

  it('knows what bars whoever asks, and what became of the claim', () => {
    const interested = { member: factsOf(cleo, { interests: ['person:john-kirby'] }) };
    expect(permissionsOf(asked(cleo, inReview(), interested)).SubmitRuling).toMatchObject({
      code: 'check/conflict-of-interest',
    });
    const merged = { claim: { ...claim, status: 'merged' as const } };
    expect(permissionsOf(asked(eva, withDraft(), merged)).ApproveVerdict).toMatchObject({ code: 'check/claim-merged' });
  });

  it('is open where waivers would do, and the checklist says which', () => {
    const past = [...agreed({}, isFalse), drafted(isFalse)];
    const broken = { evidence: [e1, evidence('e2', 'us-government', 'failed')] };
    const sender = asked(eva, past, broken);
    expect(permissionsOf(sender).ApproveVerdict).toEqual({ allowed: true, as: 'approver' });
    const missing = gateFor(sender)?.items.filter(({ isMet }) => !isMet);
    expect(missing).toMatchObject([
      { item: 'claimant_asked', code: 'check/reply-missing', waiver: { rule: 'reply', codes: REPLY_CODES } },
      { item: 'sources', code: 'check/too-few-sources', details: { needed: 2 }, waiver: { rule: 'sources' } },
      { item: 'evidence_archived', details: { evidenceIds: ['e2'] }, waiver: { rule: 'archive' } },
    ]);
  });

  it('is closed where the policy knows no reason for a waiver', () => {
    const policy = policyWith({ waivers: { reply: [] } });
    const sender = asked(eva, [...agreed({ policy }, isFalse), drafted(isFalse)]);
    expect(permissionsOf(sender).ApproveVerdict).toMatchObject({ code: 'check/reply-missing' });
    expect(gateFor(sender)?.isPossible).toBe(false);
  });
});

describe('the checklist', () => {
  it('tells what is about whoever signs from what is about the case', () => {
    const items = gateFor(asked(also(ben, 'approver'), withDraft()))?.items ?? [];
    expect(items.filter(({ isPersonal }) => isPersonal)).toMatchObject([
      { item: 'took_no_part', isMet: false, reason: 'Who worked on the evidence does not sign the verdict.' },
      { item: 'impartial', isMet: true },
    ]);
    expect(items.filter(({ isPersonal, isMet }) => !isPersonal && !isMet)).toEqual([]);
  });

  it('is there only where something is to be signed', () => {
    expect(gateFor(asked(eva, inReview()))).toBeUndefined();
    expect(gateFor(asked(eva, withDraft()))?.command).toBe('ApproveVerdict');
    expect(gateFor(asked(eva, withApproval()))?.command).toBe('PublishVerdict');
  });

  it('does not lift the want of a draft by a waiver', () => {
    const past = [...inReview(), decided(unproven), stage('decided', 5)];
    const sources = gateFor(asked(eva, past))?.items.find(({ item }) => item === 'claimant_asked');
    expect(sources).toMatchObject({ isMet: false, code: 'check/no-draft' });
    expect(sources).not.toHaveProperty('waiver');
  });
});

const REPLY_CODES = ['unsafe', 'no_channel', 'urgent_harm'];

const asked = (actor: Actor, past: readonly CheckEvent[], rest: Partial<Around> = {}): Asked => ({
  actor,
  state: stateOf(checkDecider, past),
  around: { ...around(actor), ...rest },
  now: NOW,
});
