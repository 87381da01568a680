import type { Recorded } from '#kernel';
import { recorded } from '#kernel/testing';
import type { CheckEvent } from '../../domain/check.events.js';
import {
  accepted,
  agreed,
  amended,
  approvalRefused,
  approvalWithdrawn,
  decided,
  drafted,
  eva,
  inReview,
  mostlyTrue,
  offered,
  open,
  policyWith,
  publicationHeld,
  published,
  reconciling,
  recusal,
  released,
  researching,
  revealed,
  ruled,
  scheduleCancelled,
  scheduled,
  setAside,
  shelved,
  stage,
  tieBreakRuled,
  unproven,
  withApproval,
  withDraft,
} from '../../domain/testing/index.js';
import { caseAfter } from './my-work.case.js';
import type { CaseAtHand } from './my-work.case.js';
import { ANY_APPROVER, itemsOf } from './my-work.items.js';
import type { WorkItem } from './my-work.items.js';

describe('the work of a member', () => {
  it('has his open offers, until when they stand', () => {
    const past = [...open(), offered('ben', 'researcher', 'a1')];
    expect(workOf('ben', past)).toMatchObject([
      { kind: 'offer', dueAt: '2026-11-23T12:00:00.000Z', offer: { assignmentId: 'a1', capacity: 'researcher' } },
    ]);
    expect(
      kindsOf('ben', [...past, { type: 'AssignmentExpired', data: { assignmentId: 'a1', memberId: 'ben' } }]),
    ).toEqual([]);
  });

  it('has what he researches, while it is researched', () => {
    expect(kindsOf('ben', researching())).toEqual(['research']);
    expect(kindsOf('ben', inReview())).toEqual([]);
  });

  it('has the ruling that he has not entered yet', () => {
    const past = [...inReview(), ruled('cleo', unproven)];
    expect(kindsOf('dan', past)).toEqual(['ruling']);
    expect(kindsOf('cleo', past)).toEqual(['past_ruling']);
  });

  it('has the ruling of a reviewer who joins, and none of one who has left', () => {
    const joined = { type: 'ReviewerAdded', data: { round: 1, memberId: 'fay' } } as const;
    expect(kindsOf('fay', [...inReview(), ...accepted('fay', 'reviewer'), joined])).toEqual(['ruling']);
    expect(kindsOf('dan', [...inReview(), released('dan', 'reviewer')])).toEqual([]);
    expect(kindsOf('dan', [...inReview(), recusal('dan', { assignmentIds: ['dan-reviewer'] })])).toEqual([]);
  });

  it('has the reconciliation of a round in which he ruled', () => {
    expect(kindsOf('cleo', reconciling())).toEqual(['reconciliation', 'past_ruling']);
  });

  it('has the tie that he has agreed to break', () => {
    const past = [...reconciling(), stage('tie_break', 6), ...accepted('eva', 'tie_breaker')];
    expect(kindsOf('eva', past)).toEqual(['tie_break']);
    const broken = [tieBreakRuled('eva'), decided(unproven, ['cleo'], ['dan'], { basis: 'tie_break' })];
    expect(workOf('eva', [...past, ...broken, stage('decided', 7)])).toMatchObject([
      { kind: 'past_ruling', ruling: { isTieBreak: true, label: 'unproven', outcome: { agreed: true } } },
    ]);
  });

  it('has his own rulings, with what came of their round once that is decided', () => {
    const sealed = [...inReview(), ruled('cleo', mostlyTrue), amended('cleo', unproven)];
    expect(workOf('cleo', sealed).map(({ ruling }) => ruling)).toEqual([
      expect.objectContaining({ entry: 2, label: 'unproven', isSetAside: false }),
    ]);
    const outcome = decided(unproven, ['cleo'], ['dan']);
    const past = [...sealed, ruled('dan', mostlyTrue), revealed('cleo', 'dan'), outcome, stage('decided', 5)];
    expect(workOf('cleo', past)[0]?.ruling?.outcome).toMatchObject({ label: 'unproven', agreed: true });
    expect(workOf('dan', past)[0]?.ruling?.outcome).toMatchObject({ label: 'unproven', agreed: false });
  });

  it('keeps a ruling that does not count, and says so', () => {
    const past = [...agreed(), setAside('recusal'), stage('ready_for_review', 6)];
    expect(workOf('cleo', past)[0]?.ruling).toMatchObject({ isSetAside: true });
    expect(workOf('cleo', past)[0]?.ruling).not.toHaveProperty('outcome');
    const left = released('cleo', 'reviewer', { setAsideRulingIds: ['ruling-cleo'] });
    expect(workOf('cleo', [...inReview(), ruled('cleo', unproven), left])[0]?.ruling).toMatchObject({
      isSetAside: true,
    });
  });

  it('is over once the verdict is published, but for his rulings', () => {
    const past = [...withApproval(), published, stage('published', 7)];
    expect(itemsAfter(past).map(({ kind }) => kind)).toEqual(['past_ruling', 'past_ruling']);
  });
});

describe('a draft', () => {
  it('waits for any approver who took no part, and once approved for whoever publishes it', () => {
    expect(workOf(ANY_APPROVER, withDraft())).toMatchObject([
      { kind: 'approval', draft: { versionNo: 1, draftNo: 1 } },
    ]);
    expect(barredIn(withDraft())?.toSorted()).toEqual(['ana', 'ben', 'cleo', 'dan']);
    expect(kindsOf(ANY_APPROVER, withApproval())).toEqual(['approval']);
    expect(barredIn(withApproval())).not.toContain(eva.id);
  });

  it('may be approved by who ruled, where the policy says so, and by nobody who has stepped back', () => {
    const lax = { policy: policyWith({ approval: { mayHaveRuled: true } }) };
    expect(barredIn(withDraft(lax))?.toSorted()).toEqual(['ana', 'ben']);
    expect(barredIn([...withDraft(), recusal('eva')])).toContain('eva');
  });

  it('that fell goes back to its author, when there is a decision again', () => {
    const fallen = [...withDraft(), setAside('recusal'), stage('ready_for_review', 6)];
    expect(kindsOf('ben', fallen)).toEqual([]);
    expect(kindsOf('ben', [...fallen, stage('decided', 8)])).toEqual(['refused_draft']);
    expect(kindsOf(ANY_APPROVER, [...fallen, stage('decided', 8)])).toEqual([]);
  });
});

describe('an approved draft', () => {
  const set = [...withApproval(), scheduled()];

  it('asks nothing of anybody while its time is set', () => {
    expect(kindsOf(ANY_APPROVER, set)).toEqual([]);
    expect(kindsOf(ANY_APPROVER, [...set, scheduleCancelled()])).toEqual(['approval']);
    expect(kindsOf(ANY_APPROVER, [...set, publicationHeld()])).toEqual(['approval']);
  });

  it('waits for an approver again when its approval is taken back', () => {
    expect(kindsOf(ANY_APPROVER, [...withApproval(), approvalWithdrawn, stage('decided', 7)])).toEqual(['approval']);
  });
});

describe('a draft that was refused', () => {
  it('goes back to its author, who may write another', () => {
    const refused = [...withDraft(), approvalRefused];
    expect(workOf('ben', refused)).toMatchObject([{ kind: 'refused_draft', draft: { versionNo: 1, draftNo: 1 } }]);
    expect(kindsOf(ANY_APPROVER, refused)).toEqual([]);
    expect(kindsOf(ANY_APPROVER, [...refused, drafted({ draftNo: 2 })])).toEqual(['approval']);
  });

  it('is nobody’s while the check rests, and its author’s again with the next decision', () => {
    const rests = [...withDraft(), shelved('decided'), stage('shelved', 6)];
    expect(kindsOf('ben', rests)).toEqual([]);
    expect(kindsOf('ben', [...rests, stage('decided', 9)])).toEqual(['refused_draft']);
  });
});

describe('the clock of the stage', () => {
  const dueAt = '2026-11-24T09:14:00.000Z';
  const enters = { type: 'StageEntered', data: { no: 3, run: 1, stage: 'researching', dueAt, marks: [] } } as const;

  it('is the due time of the work, and none while it is paused', () => {
    const past = [...researching(), enters];
    const paused = { type: 'StagePaused', data: { no: 3, run: 1, remaining: 'PT2H', reason: 'reply' } } as const;
    const resumed = { type: 'StageResumed', data: { no: 3, run: 2, dueAt, marks: [] } } as const;
    expect([running(past), running([...past, paused]), running([...past, paused, resumed])]).toEqual([
      dueAt,
      undefined,
      dueAt,
    ]);
  });
});

const itemsAfter = (past: readonly CheckEvent[]): readonly WorkItem[] => {
  const events: readonly Recorded<CheckEvent>[] = past.map((event, place) => ({
    ...recorded(event, 'c4', { kind: 'member', id: 'somebody', roles: [] }),
    version: place + 1,
  }));
  const after = events.reduce<CaseAtHand | undefined>(caseAfter, undefined);
  return after === undefined ? [] : itemsOf('c4', after);
};

const workOf = (memberId: string, past: readonly CheckEvent[]): readonly WorkItem[] =>
  itemsAfter(past).filter((item) => item.memberId === memberId);

const kindsOf = (memberId: string, past: readonly CheckEvent[]): readonly string[] =>
  workOf(memberId, past).map(({ kind }) => kind);

const barredIn = (past: readonly CheckEvent[]) => itemsAfter(past).find(({ kind }) => kind === 'approval')?.barred;

const running = (past: readonly CheckEvent[]) => workOf('ben', past)[0]?.dueAt;
