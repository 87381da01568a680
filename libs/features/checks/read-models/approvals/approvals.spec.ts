import type { Actor, Recorded } from '#kernel';
import { recorded } from '#kernel/testing';
import type { CheckEvent } from '../../domain/check.events.js';
import {
  NOW,
  STAGE_DUE,
  agreed,
  also,
  ana,
  around,
  ben,
  claim,
  decided,
  drafted,
  eva,
  inReview,
  isFalse,
  mostlyTrue,
  paused,
  policyWith,
  published,
  replyReceived,
  replyRequested,
  revealed,
  roundOpened,
  ruled,
  running,
  stage,
  unproven,
  withApproval,
  withDraft,
} from '../../domain/testing/index.js';
import { approvalItem } from './approvals.answer.js';
import { approvalIn } from './approvals.fold.js';

describe('what waits for an approver', () => {
  it('is a draft, with its rating, on what that rests, and the whole checklist for him', () => {
    const item = itemFor(eva, withDraft());
    expect(item).toMatchObject({
      checkId: 'c4',
      stage: 'decided',
      rating: { label: 'unproven', labelText: 'Unproven', finding: 'insufficient_evidence', strength: 'low' },
      basis: 'unanimous',
      wasDisputed: false,
      dissent: [],
      groups: { originGroups: ['dprk-government', 'us-government'], independentGroups: [], needed: 2 },
      draft: { draftNo: 1, status: 'drafted' },
      waiversNeeded: [],
      gate: { command: 'ApproveVerdict', isPossible: true },
    });
    expect(item?.gate.items.every(({ isMet }) => isMet)).toBe(true);
  });

  it('is an approved version, until it is published', () => {
    expect(itemFor(eva, withApproval())).toMatchObject({
      stage: 'approved',
      draft: { status: 'approved', approval: { approverId: 'eva' } },
      gate: { command: 'PublishVerdict', isPossible: true },
    });
    expect(itemFor(eva, [...withApproval(), published, stage('published', 7)])).toBeUndefined();
  });

  it('is nothing where no draft is open', () => {
    expect(itemFor(eva, agreed())).toBeUndefined();
    const refused: CheckEvent = {
      type: 'VerdictApprovalRefused',
      data: { versionNo: 1, draftNo: 1, reason: 'The summary says more than the evidence.' },
    };
    expect(itemFor(eva, [...withDraft(), refused])).toBeUndefined();
    expect(itemFor(eva, [...withDraft(), refused, drafted({ draftNo: 2 })])).toMatchObject({ draft: { draftNo: 2 } });
  });

  it('names who found otherwise', () => {
    const policy = policyWith({ review: { agreement: { medium: 'majority' } } });
    const past = [
      ...inReview({ policy }, roundOpened(['cleo', 'dan', 'fay'], { agreement: 'majority' })),
      ruled('cleo', unproven),
      ruled('dan', mostlyTrue),
      ruled('fay', unproven),
      revealed('cleo', 'dan', 'fay'),
      decided(unproven, ['cleo', 'fay'], ['dan'], { basis: 'majority' }),
      stage('decided', 5),
      drafted(),
    ];
    expect(itemFor(eva, past)).toMatchObject({
      basis: 'majority',
      dissent: [{ reviewerId: 'dan', label: 'mostly-true' }],
    });
  });

  it('says which waivers it needs', () => {
    expect(itemFor(eva, [...agreed({}, isFalse), drafted(isFalse)])?.waiversNeeded).toEqual([
      { rule: 'reply', codes: ['unsafe', 'no_channel', 'urgent_harm'] },
      { rule: 'sources', codes: ['primary_record', 'sole_access'] },
    ]);
  });

  it('is not possible for who took part, and says so', () => {
    const item = itemFor(also(ben, 'approver'), withDraft());
    expect(item?.gate.isPossible).toBe(false);
    expect(item?.gate.items.filter(({ isMet }) => !isMet)).toMatchObject([
      { item: 'took_no_part', code: 'check/approver-is-researcher' },
    ]);
  });

  it('has the replies that he is to consider', () => {
    const past = [...withDraft(), replyRequested('rp1'), replyReceived('rp1')];
    expect(itemFor(eva, past)).toMatchObject({ replies: [{ replyId: 'rp1', status: 'answered', considered: false }] });
  });

  it('is due with its stage, and while that clock stands still at no time', () => {
    const past = [...withDraft().slice(0, -2), running('decided', 5), drafted()];
    expect(itemFor(eva, past)).toMatchObject({ dueAt: STAGE_DUE, overdue: false });
    expect(itemFor(eva, past, '2026-11-23T12:00:00.000Z')).toMatchObject({ overdue: true });
    expect(itemFor(eva, [...past, paused(5)])).not.toHaveProperty('dueAt');
  });

  it('shows by which schedule it goes out', () => {
    const scheduled: CheckEvent = {
      type: 'VerdictScheduled',
      data: { versionNo: 1, scheduleNo: 1, publishAt: '2026-11-24T10:00:00.000Z' },
    };
    const item = itemFor(eva, [...withApproval(), scheduled]);
    expect(item).toMatchObject({ schedule: { status: 'standing', publishAt: '2026-11-24T10:00:00.000Z' } });
    expect(item?.gate).toMatchObject({ isPossible: false });
  });
});

/** As it is sent: as described, without what is absent. */
const itemFor = (actor: Actor, past: readonly CheckEvent[], now = NOW) => {
  const { evidence, member } = around(actor);
  const item = approvalIn(actor, streamOf(past), { claim, evidence, member }, now);
  return item && approvalItem.parse(JSON.parse(JSON.stringify(item)));
};

const streamOf = (past: readonly CheckEvent[]): readonly Recorded<CheckEvent>[] =>
  past.map((event, place) => ({ ...recorded(event, 'c4', ana), version: place + 1 }));
