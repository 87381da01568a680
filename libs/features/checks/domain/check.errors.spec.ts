import { DomainError } from '#kernel';
import * as assignmentErrors from './assignments.errors.js';
import * as caseErrors from './case.errors.js';
import * as checkErrors from './check.errors.js';
import * as replyErrors from './replies.errors.js';
import * as researchErrors from './research.errors.js';
import * as reviewErrors from './review.errors.js';
import * as verdictErrors from './verdict.errors.js';

const { refusal: _, ...shared } = checkErrors;
const errors = {
  ...shared,
  ...caseErrors,
  ...assignmentErrors,
  ...researchErrors,
  ...reviewErrors,
  ...replyErrors,
  ...verdictErrors,
};

const all: readonly DomainError[] = [
  errors.claimNotAccepted(),
  errors.claimMerged(),
  errors.claimNotRateable('opinion'),
  errors.dateUnresolved(),
  errors.dueDatePast('2026-11-22T10:00:00.000Z', '2026-11-23T10:00:00.000Z'),
  errors.policyUnknown('elections'),
  errors.reasonMissing(),
  errors.stageClockPaused(),
  errors.liveVersion(1),
  errors.noteWouldUnseal('desk'),
  errors.aboutUnknown({ kind: 'link', id: 'l9' }),
  errors.concernUnknown('co9'),
  errors.idTaken('a1'),
  errors.notYours(),
  errors.assigneeUnknown('zoe'),
  errors.assigneeInactive('zoe'),
  errors.assigneeRoleMissing('tie_breaker', ['approver']),
  errors.alreadyAssigned('tie_breaker'),
  errors.loadLimit(8, 8),
  errors.offerClosed(),
  errors.assignmentEnded(),
  errors.rulingSubmitted(),
  errors.evidenceFrozen(),
  errors.evidenceUnknown('e9'),
  errors.alreadyLinked('l1'),
  errors.noEvidence(),
  errors.evidenceNotArchived(['e1']),
  errors.confirmNeedsLiveVersion(),
  errors.quorumTooSmall(1, 2),
  errors.reviewerNotAssigned(['zoe']),
  errors.scaleUnknown('five-step', 2),
  errors.roundClosed(1),
  errors.alreadyRuled(),
  errors.rulingWithdrawn(),
  errors.rationalesNotAnswered(['ru1']),
  errors.tieBreakPicksNone([{ label: 'unproven', finding: 'insufficient_evidence' }]),
  errors.rulingUnknown(['ru9']),
  errors.labelUnknown('maybe', ['true', 'false']),
  errors.findingDoesNotFitLabel(['refuted']),
  errors.linkUnknown(['l9']),
  errors.questionUnknown('q9'),
  errors.questionClosed('answered'),
  errors.precedentNotAnswered(['c7']),
  errors.asOfFuture('2026-11-24', '2026-11-23'),
  errors.claimReviewedTooLong(76, 75),
  errors.ratingInClaimReviewed('True'),
  errors.disagreementNoteMissing(),
  errors.noDraft(),
  errors.draftChanged({ versionNo: 1, draftNo: 2, contentHash: 'hash' }),
  errors.replyWindowTooShort('2026-11-23T10:00:00.000Z', 'PT4H'),
  errors.replyUnknown('r1'),
  errors.replyClosed('answered'),
  errors.receivedOnFuture('2026-11-24', '2026-11-23'),
  errors.replyWindowOpen(['r1'], '2026-11-23T16:00:00.000Z'),
  errors.replyMissing('refuted'),
  errors.replyNotConsidered(['r1']),
  errors.replyNotReceived(['r1']),
  errors.reviewByPast('2026-11-23', '2026-11-23'),
  errors.publishAtPast('2026-11-23T09:00:00.000Z', '2026-11-23T10:00:00.000Z'),
  errors.scheduled({ scheduleNo: 1, publishAt: '2026-11-23T12:00:00.000Z' }),
  errors.notScheduled(),
  errors.noCorrection(),
  errors.tooFewSources([], 2),
  errors.sideWithoutSource(['a'], 2),
  errors.evidenceBroken(['e1']),
  errors.waiverUnknown('reply', 'whim', ['unsafe']),
];

/** As the newsroom's rules name the kinds: by what the code says. */
const kindOf = (code: string): string => {
  if (code === 'desk/not-yours') return 'forbidden';
  if (code === 'check/id-taken') return 'conflict';
  return /-(unknown|too-long|too-short|past|future|mismatch)$/.test(code) ? 'invalid' : 'rule';
};

describe('the refusals of checks', () => {
  it('are all here', () => {
    expect(all).toHaveLength(Object.keys(errors).length);
  });

  it.each(all.map((error) => [error.code, error] as const))('%s is of its kind, and a sentence', (code, error) => {
    expect(error.kind).toBe(kindOf(code));
    expect(error.message).toMatch(/^[A-Z].{15,}\.$/);
    expect(error.message).not.toMatch(/_|undefined|\[object/);
  });
});
