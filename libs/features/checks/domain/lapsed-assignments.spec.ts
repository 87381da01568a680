import { stateOf } from '#kernel';
import { checkDecider } from './check.decider.js';
import { lapsedAssignments } from './lapsed-assignments.js';
import {
  accepted,
  ben,
  claim,
  cleo,
  eva,
  factsOf,
  offered,
  readyForReview,
  recusal,
  released,
  researching,
} from './testing/index.js';

describe('the assignments that no longer stand', () => {
  const state = stateOf(checkDecider, [
    ...readyForReview(),
    offered('eva', 'tie_breaker'),
    ...accepted('eva', 'approver'),
  ]);

  it('are none while the member is who he was', () => {
    for (const actor of [ben, cleo, eva]) expect(lapsedAssignments(factsOf(actor), state)).toEqual([]);
  });

  it.each([
    ['suspended', { active: false }],
    ['role_lost', { roles: [] }],
    ['conflict', { interests: claim.partyKeys }],
  ] as const)('are all of his, offers too: %s', (code, change) => {
    expect(lapsedAssignments(factsOf(eva, change), state)).toMatchObject([
      { assignmentId: 'eva-tie_breaker', code },
      { assignmentId: 'eva-approver', code },
    ]);
  });

  it('are those for which a role is missing', () => {
    const both = stateOf(checkDecider, [
      ...researching(),
      ...accepted('cleo', 'reviewer'),
      ...accepted('cleo', 'approver'),
    ]);
    expect(lapsedAssignments(factsOf({ id: 'cleo', roles: ['approver'] }), both)).toEqual([
      {
        assignmentId: 'cleo-reviewer',
        code: 'role_lost',
        note: 'To be reviewer a member needs the role reviewer.',
      },
    ]);
  });

  it('are none that have ended, and none for what the check itself knows', () => {
    const left = stateOf(checkDecider, [...readyForReview(), released('cleo', 'reviewer')]);
    expect(lapsedAssignments(factsOf(cleo, { active: false }), left)).toEqual([]);
    const recused = stateOf(checkDecider, [...readyForReview(), recusal('cleo')]);
    expect(lapsedAssignments(factsOf(cleo), recused)).toEqual([]);
  });
});
