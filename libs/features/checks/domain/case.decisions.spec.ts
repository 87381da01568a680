import { specify } from '#kernel/testing';
import { checkDecider } from './check.decider.js';
import {
  ana,
  ben,
  checkOpened,
  claim,
  enters,
  eva,
  gus,
  hal,
  job,
  marks,
  open,
  openCheck,
  policyWith,
} from './testing/index.js';

const given = specify(checkDecider);

const opening = enters('open', 1, undefined, marks('2026-11-23T12:00:00.000Z', { after: '2026-11-23T16:00:00.000Z' }));

describe('opening a check', () => {
  it('pins the claim and the policy, and starts the first clock', () => {
    given().when(openCheck(ana)).thenEvents(checkOpened(), opening);
    given().when(openCheck(eva)).thenEvents(checkOpened(), opening);
  });

  it('takes the severity of the claim', () => {
    const severe = { ...claim, severity: 'critical' } as const;
    given()
      .when(openCheck(ana, { facts: { claim: severe } }))
      .thenEvents(checkOpened({ claim: severe }), opening);
  });

  it('sets the date on which the whole case is due, in wall time', () => {
    const dueAt = '2026-11-24T06:30:00.000Z';
    given()
      .when(openCheck(ana, { data: { dueAt } }))
      .thenEvents(checkOpened(), opening, {
        type: 'DueDateSet',
        data: {
          cycle: 1,
          run: 1,
          dueAt,
          marks: marks(dueAt, { before: '2026-11-24T04:30:00.000Z', after: '2026-11-24T10:30:00.000Z' }),
        },
      });
  });

  it('follows the policy that is named', () => {
    const named = { ...policyWith({ time: { assign: 'PT30M' } }), policyId: 'elections' };
    given()
      .when(openCheck(ana, { data: { policyId: 'elections' }, facts: { policy: named } }))
      .thenEvents(
        checkOpened({ policy: named }),
        enters('open', 1, undefined, marks('2026-11-23T10:30:00.000Z', { after: '2026-11-23T14:30:00.000Z' })),
      );
  });

  it.each(['proposed', 'rejected'] as const)('refuses a claim that is %s', (status) => {
    given()
      .when(openCheck(ana, { facts: { claim: { ...claim, status } } }))
      .thenRefused('check/claim-not-accepted');
  });

  it('refuses a claim that is not there', () => {
    given()
      .when(openCheck(ana, { facts: { claim: undefined } }))
      .thenRefused('check/claim-not-accepted');
  });

  it('refuses a claim that was merged into another, before it asks for more', () => {
    given()
      .when(openCheck(ana, { facts: { claim: { ...claim, status: 'merged', checkability: 'opinion' } } }))
      .thenRefused('check/claim-merged');
  });

  it.each(['opinion', 'prediction', 'intent', 'unverifiable'] as const)(
    'refuses what is no more than %s',
    (checkability) => {
      given()
        .when(openCheck(ana, { facts: { claim: { ...claim, checkability } } }))
        .thenRefused('check/claim-not-rateable');
    },
  );

  it.each(['factual', 'fragment', 'satire'] as const)('takes what is %s', (checkability) => {
    const rateable = { ...claim, checkability };
    given()
      .when(openCheck(ana, { facts: { claim: rateable } }))
      .thenEvents(checkOpened({ claim: rateable }), opening);
  });

  it.each(['2026-11-23T09:59:59.999Z', '2026-11-23T10:00:00.000Z'])(
    'refuses the due date %s at ten o’clock',
    (dueAt) => {
      given()
        .when(openCheck(ana, { data: { dueAt } }))
        .thenRefused('check/due-date-past');
    },
  );

  it('refuses a policy that is not in force', () => {
    given()
      .when(openCheck(ana, { data: { policyId: 'elections' }, facts: { policy: undefined } }))
      .thenRefused('check/policy-unknown');
  });

  it('refuses a second check of the claim', () => {
    given(...open())
      .when(openCheck(ana))
      .thenRefused('check/exists');
  });

  it('refuses everybody but editors and approvers', () => {
    for (const actor of [ben, gus, hal]) given().when(openCheck(actor)).thenRefused('desk/role-missing');
    given()
      .when(openCheck(job('open-check')))
      .thenRefused('desk/service-forbidden');
  });
});
