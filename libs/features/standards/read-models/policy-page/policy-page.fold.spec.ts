import type { Recorded } from '#kernel';
import { recorded } from '#kernel/testing';
import { DEFAULT_RULES, completeRules } from '#features/standards';
import type { PolicyEvent } from '#features/standards';
import { policyPage } from './policy-page.answer.js';
import { policyPageOf } from './policy-page.fold.js';
import { partialRules, policyRules } from './policy-rules.form.js';

describe('the page of a policy', () => {
  it('is absent where none was defined', () => {
    expect(policyPageOf('default', [])).toBeUndefined();
  });

  it('shows every version, which is in force, and what each changed', () => {
    const page = policyPageOf('default', STORY, [{ id: 'default', version: 1, checks: 3 }]);
    expect(policyPage.parse(page)).toEqual({
      policyId: 'default',
      version: 4,
      name: 'Default',
      active: 1,
      versions: [
        {
          version: 1,
          note: 'As built in.',
          drafted: act('eva'),
          inForce: act('fay'),
          checksPinned: 3,
          differences: [],
          rules: DEFAULT_RULES,
        },
        {
          version: 2,
          note: 'Stricter.',
          drafted: act('eva'),
          checksPinned: 0,
          differences: [{ field: 'review.quorum.low', before: 1, after: 2 }],
          rules: STRICTER,
        },
      ],
    });
  });

  it('names the version that was activated last as the one in force', () => {
    const since = happened('fay', { type: 'PolicyVersionActivated', data: { version: 2 } });
    expect(policyPageOf('default', [...STORY, since])?.active).toBe(2);
  });
});

describe('the form of rules', () => {
  it('takes them complete, and as a draft in parts', () => {
    expect(policyRules.parse(DEFAULT_RULES)).toEqual(DEFAULT_RULES);
    expect(partialRules.parse(DEFAULT_RULES)).toEqual(DEFAULT_RULES);
    expect(partialRules.safeParse({ review: { quorum: { low: 2 } } }).success).toBe(true);
    expect(policyRules.safeParse({ review: { quorum: { low: 2 } } }).success).toBe(false);
  });
  it.each([{ scales: {} }, { review: { quorums: {} } }, { review: { quorum: { lowest: 1 } } }])(
    'refuses what it does not know: %j',
    (given) => {
      expect(partialRules.safeParse(given).success).toBe(false);
    },
  );
});

const act = (by: string) => ({ by, at: '2026-11-22T10:00:01.000Z' });
const STRICTER = completeRules({ review: { quorum: { low: 2 } } });

const STORY = [
  happened('eva', { type: 'PolicyDefined', data: { name: 'Default' } }),
  happened('eva', {
    type: 'PolicyVersionDrafted',
    data: { version: 1, rules: DEFAULT_RULES, note: 'As built in.', draftedBy: 'eva' },
  }),
  happened('fay', { type: 'PolicyVersionActivated', data: { version: 1 } }),
  happened('eva', {
    type: 'PolicyVersionDrafted',
    data: { version: 2, rules: STRICTER, note: 'Stricter.', draftedBy: 'eva' },
  }),
];

function happened(by: string, event: PolicyEvent): Recorded<PolicyEvent> {
  return recorded(event, 'default', { kind: 'member', id: by, roles: ['approver'] });
}
