import { DEFAULT_RULES, completeRules } from '#features/standards';
import type { PartialRules } from '#features/standards';
import { fieldOutOfBounds } from './policy.bounds.js';

const outOfBounds = (given: PartialRules): string | undefined => fieldOutOfBounds(completeRules(given));

const late = { mark: 'late', offset: 'PT1H', to: 'editor' } as const;

describe('a file of rules', () => {
  it('has the default of every field that it leaves out, at every level', () => {
    expect(completeRules({})).toEqual(DEFAULT_RULES);
    expect(completeRules({ review: { quorum: { low: 2 } }, calendar: { timeZone: 'Europe/Berlin' } })).toEqual({
      ...DEFAULT_RULES,
      review: { ...DEFAULT_RULES.review, quorum: { low: 2, medium: 2, high: 3, critical: 3 } },
      calendar: { ...DEFAULT_RULES.calendar, timeZone: 'Europe/Berlin' },
    });
  });
  it('replaces a list as a whole, but the mark due is always there', () => {
    expect(completeRules({ waivers: { sources: [] } }).waivers.sources).toEqual([]);
    expect(completeRules({ escalation: [] }).escalation).toEqual([{ mark: 'due', offset: 'PT0S', to: 'editor' }]);
  });
});

describe('the bounds of a policy', () => {
  it('hold the default rules', () => {
    expect(outOfBounds({})).toBeUndefined();
  });

  it.each<PartialRules>([
    { review: { quorum: { low: 5 }, revealDelay: 'PT4H' }, assignment: { maxOpen: 100 } },
    { time: { offer: 'PT5S', reconciliation: 'PT0S', research: 'P2DT30M' } },
    { calendar: { days: [7, 1, 2, 3, 4, 5, 6], from: '00:00', to: '24:00', timeZone: 'Australia/Lord_Howe' } },
    { calendar: { holidays: ['2024-02-29'] } },
    { publication: { claimReviewedMax: 200, reviewAfter: 'P7D', disagreementNote: 'never' } },
    { sources: { minIndependent: 0 }, corrections: { reviewers: 5 }, complaint: { complianceDays: 60 } },
    { escalation: [{ mark: 'due', offset: 'PT0S', to: 'assignee' }] },
  ])('hold %j', (given) => {
    expect(outOfBounds(given)).toBeUndefined();
  });

  it.each<[string, PartialRules]>([
    ['scale', { scale: { scaleId: 'Five' } }],
    ['scale', { scale: { scaleId: 'five:step' } }],
    ['scale', { scale: { version: 0 } }],
    ['review.quorum', { review: { quorum: { low: 0 } } }],
    ['review.quorum', { review: { quorum: { critical: 6 } } }],
    ['review.quorum', { review: { quorum: { high: 2.5 } } }],
    ['review.revealDelay', { review: { revealDelay: 'PT4H1S' } }],
    ['review.revealDelay', { review: { revealDelay: '-PT1S' } }],
    ['review.revealDelay', { review: { revealDelay: 'soon' } }],
    ['assignment.maxOpen', { assignment: { maxOpen: 0 } }],
    ['assignment.maxOpen', { assignment: { maxOpen: 101 } }],
    ['time', { time: { triage: '-PT1H' } }],
    ['time', { time: { offer: 'P1M' } }],
    ['time', { time: { research: '' } }],
    ['time', { time: { research: 'PT0.0001S' } }],
    ['time', { time: { research: 'PT1001H' }, calendar: { days: [1], from: '08:00', to: '09:00' } }],
    ['sources.minIndependent', { sources: { minIndependent: -1 } }],
    ['sources.minIndependent', { sources: { minIndependent: 11 } }],
    ['reply.window', { reply: { window: 'P1Y' } }],
    ['reply.minWindow', { reply: { minWindow: 'tomorrow' } }],
    ['waivers', { waivers: { archive: ['Legal hold'] } }],
    ['publication.claimReviewedMax', { publication: { claimReviewedMax: 39 } }],
    ['publication.claimReviewedMax', { publication: { claimReviewedMax: 201 } }],
    ['publication.reviewAfter', { publication: { reviewAfter: 'P6D' } }],
    ['publication.reviewAfter', { publication: { reviewAfter: 'P1000000Y' } }],
    ['corrections.reviewers', { corrections: { reviewers: 0 } }],
    ['corrections.reviewers', { corrections: { reviewers: 6 } }],
    ['complaint.firstLook', { complaint: { firstLook: 'P1M' } }],
    ['complaint.secondLook', { complaint: { secondLook: 'P11Y' } }],
    ['complaint.complianceDays', { complaint: { complianceDays: 61 } }],
    ['evidence.verifyEvery', { evidence: { verifyEvery: 'daily' } }],
    ['evidence.watchEvery', { evidence: { watchEvery: '' } }],
    ['escalation', { escalation: [{ mark: 'due', offset: 'PT1H', to: 'editor' }] }],
    ['escalation', { escalation: [{ mark: 'late', offset: 'PT0S', to: 'editor' }] }],
    ['escalation', { escalation: [{ mark: 'a:b', offset: 'PT1H', to: 'editor' }] }],
    ['escalation', { escalation: [{ mark: 'late', offset: 'later', to: 'editor' }] }],
    ['escalation', { escalation: [late, late] }],
    [
      'escalation',
      {
        escalation: [{ mark: 'late', offset: 'PT20000H', to: 'editor' }],
        calendar: { days: [1], from: '08:00', to: '09:00' },
        time: {},
      },
    ],
    ['calendar', { calendar: { timeZone: 'Mars/Olympus' } }],
    ['calendar', { calendar: { days: [] } }],
    ['calendar', { calendar: { days: [0] } }],
    ['calendar', { calendar: { days: [1, 1] } }],
    ['calendar', { calendar: { from: '24:00' } }],
    ['calendar', { calendar: { from: '8:00' } }],
    ['calendar', { calendar: { from: '20:00', to: '20:00' } }],
    ['calendar', { calendar: { to: '24:01' } }],
    ['calendar', { calendar: { holidays: ['2023-02-29'] } }],
  ])('of %s refuse %j', (field, given) => {
    expect(outOfBounds(given)).toBe(field);
  });
});
