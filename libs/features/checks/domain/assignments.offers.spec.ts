import type { Capacity } from '#kernel';
import { specify } from '#kernel/testing';
import { checkDecider } from './check.decider.js';
import {
  accepted,
  agreed,
  also,
  ana,
  ben,
  cleo,
  dan,
  eva,
  expire,
  factsOf,
  fay,
  gus,
  hal,
  inReview,
  job,
  offer,
  offered,
  open,
  policyWith,
  readyForReview,
  reconciling,
  researching,
  stage,
  withApproval,
  withVersion,
} from './testing/index.js';
import type { CheckEvent } from './check.events.js';

const given = specify(checkDecider);

const tieBreak: readonly CheckEvent[] = [...reconciling(), stage('tie_break', 6)];

const asOffered = (memberId: string, capacity: Capacity, roles: readonly ('editor' | 'reviewer' | 'approver')[]) =>
  ({
    type: 'AssignmentOffered',
    data: {
      assignmentId: `new-${memberId}`,
      memberId,
      capacity,
      roles,
      openLoad: 0,
      expiresAt: '2026-11-23T12:00:00.000Z',
    },
  }) as const;

describe('offering an assignment', () => {
  it('records to whom, with the roles and the load he has now, and when the offer ends', () => {
    given(...open())
      .when(offer(ana, factsOf(ben), 'researcher'))
      .thenEvents(asOffered('ben', 'researcher', ['reviewer']));
    given(...tieBreak)
      .when(offer(eva, factsOf(fay), 'tie_breaker'))
      .thenEvents(asOffered('fay', 'tie_breaker', ['approver']));
  });

  it('gives the time of the policy in its working hours', () => {
    given(...open({ policy: policyWith({ time: { offer: 'PT12H' } }) }))
      .when(offer(ana, factsOf(ben), 'researcher'))
      .thenEvents({
        type: 'AssignmentOffered',
        data: { ...asOffered('ben', 'researcher', ['reviewer']).data, expiresAt: '2026-11-24T10:00:00.000Z' },
      });
  });

  const possible = [
    'open',
    'researching',
    'ready_for_review',
    'in_review',
    'reconciling',
    'tie_break',
    'deadlocked',
  ] as const;

  it.each([
    ['researcher', ['open', 'researching']],
    ['reviewer', ['open', 'researching', 'ready_for_review', 'in_review']],
    ['tie_breaker', ['tie_break']],
    ['approver', [...possible, 'decided', 'approved']],
  ] as const)('of a %s is possible only in %j', (capacity, stages) => {
    const everyRole = factsOf(also(fay, 'editor', 'reviewer'));
    for (const name of [...possible, 'decided', 'approved', 'published', 'voided', 'shelved', 'withdrawn'] as const) {
      const past = given(...open(), stage(name, 2));
      const offering = past.when(offer(ana, everyRole, capacity));
      if (stages.some((one) => one === name)) offering.thenEvents(asOffered('fay', capacity, everyRoleOf(everyRole)));
      else offering.thenRefused('check/wrong-stage');
    }
  });

  it('refuses a member whom the desk does not have', () => {
    given(...open())
      .when(offer(ana, factsOf(ben), 'researcher', { facts: { member: undefined } }))
      .thenRefused('check/assignee-unknown');
  });

  it('refuses who is not active', () => {
    given(...open())
      .when(offer(ana, factsOf(ben, { active: false, roles: [] }), 'researcher'))
      .thenRefused('check/assignee-inactive');
  });

  it.each([
    ['researcher', gus, open()],
    ['researcher', hal, open()],
    ['reviewer', ana, open()],
    ['reviewer', eva, open()],
    ['tie_breaker', ben, tieBreak],
    ['approver', dan, open()],
  ] as const)('of a %s refuses %j, who lacks the role', (capacity, member, past) => {
    given(...past)
      .when(offer(ana, factsOf(member, { interests: ['person:john-kirby'] }), capacity))
      .thenRefused('check/assignee-role-missing');
  });

  it.each(['researcher', 'reviewer', 'approver'] as const)(
    'of a %s refuses who has an interest in a party',
    (capacity) => {
      const member = factsOf(also(fay, 'reviewer'), { interests: ['org:other', 'person:john-kirby'] });
      given(...open())
        .when(offer(ana, member, capacity))
        .thenRefused('check/conflict-of-interest');
    },
  );

  it('of a reviewer refuses who researched, or handled the claim', () => {
    given(...researching())
      .when(offer(ana, factsOf(ben), 'reviewer'))
      .thenRefused('check/reviewer-not-independent');
    given(...open())
      .when(offer(eva, factsOf(also(ana, 'reviewer')), 'reviewer'))
      .thenRefused('check/reviewer-not-independent');
  });

  it('of a tie-breaker refuses who ruled, who researched and who handled the claim', () => {
    for (const member of [cleo, ben, ana])
      given(...tieBreak)
        .when(offer(eva, factsOf(also(member, 'approver')), 'tie_breaker'))
        .thenRefused('check/tie-breaker-not-independent');
  });

  it('refuses what is offered to this member already, or held by him', () => {
    given(...open(), offered('cleo', 'reviewer'))
      .when(offer(ana, factsOf(cleo), 'reviewer'))
      .thenRefused('check/already-assigned');
    given(...open(), ...accepted('cleo', 'reviewer'))
      .when(offer(ana, factsOf(cleo), 'reviewer'))
      .thenRefused('check/already-assigned');
  });

  it('asks the same member again once the offer has ended', () => {
    const ended: CheckEvent = { type: 'AssignmentExpired', data: { assignmentId: 'cleo-reviewer', memberId: 'cleo' } };
    given(...open(), offered('cleo', 'reviewer'), ended)
      .when(offer(ana, factsOf(cleo), 'reviewer'))
      .thenEvents(asOffered('cleo', 'reviewer', ['reviewer']));
  });

  it('refuses to load a member beyond the limit without a reason', () => {
    const busy = { member: { ...factsOf(ben), openLoad: 8 } };
    given(...open())
      .when(offer(ana, factsOf(ben), 'researcher', { facts: busy }))
      .thenRefused('check/load-limit');
    given(...open())
      .when(offer(ana, factsOf(ben), 'researcher', { facts: { member: { ...factsOf(ben), openLoad: 7 } } }))
      .thenEvents({
        type: 'AssignmentOffered',
        data: { ...asOffered('ben', 'researcher', ['reviewer']).data, openLoad: 7 },
      });
  });

  it('records the reason for loading a member beyond the limit', () => {
    const overLoadReason = 'He alone reads Korean.';
    given(...open())
      .when(
        offer(ana, factsOf(ben), 'researcher', {
          data: { overLoadReason },
          facts: { member: { ...factsOf(ben), openLoad: 8 } },
        }),
      )
      .thenEvents({
        type: 'AssignmentOffered',
        data: { ...asOffered('ben', 'researcher', ['reviewer']).data, openLoad: 8, overLoadReason },
      });
  });

  it('refuses an id that is taken', () => {
    given(...open(), offered('cleo', 'reviewer', 'a1'))
      .when(offer(ana, factsOf(dan), 'reviewer', { data: { assignmentId: 'a1' } }))
      .thenRefused('check/id-taken');
  });

  it('refuses everybody but editors and approvers, and says when there is no check', () => {
    for (const actor of [ben, gus, hal])
      given(...open())
        .when(offer(actor, factsOf(dan), 'reviewer'))
        .thenRefused('desk/role-missing');
    given(...open())
      .when(offer(job('offers'), factsOf(dan), 'reviewer'))
      .thenRefused('desk/service-forbidden');
    given()
      .when(offer(ana, factsOf(dan), 'reviewer'))
      .thenRefused('check/not-found');
  });
});

describe('the expiry of an offer', () => {
  const noon = '2026-11-23T12:00:00.000Z';
  const ended = { type: 'AssignmentExpired', data: { assignmentId: 'cleo-reviewer', memberId: 'cleo' } } as const;

  it('ends an offer that nobody answered in time', () => {
    given(...open(), offered('cleo', 'reviewer'))
      .when(expire('cleo-reviewer', noon))
      .thenEvents(ended);
  });

  it('does nothing before its time', () => {
    given(...open(), offered('cleo', 'reviewer'))
      .when(expire('cleo-reviewer', '2026-11-23T11:59:59.999Z'))
      .thenNothing();
  });

  it('does nothing once the offer was answered, has ended, or never was', () => {
    given(...open(), ...accepted('cleo', 'reviewer'))
      .when(expire('cleo-reviewer', noon))
      .thenNothing();
    given(...open(), offered('cleo', 'reviewer'), ended)
      .when(expire('cleo-reviewer', noon))
      .thenNothing();
    given(...open())
      .when(expire('cleo-reviewer', noon))
      .thenNothing();
  });

  it('does nothing where an offer of this capacity has no place any more', () => {
    for (const past of [readyForReview(), inReview(), agreed(), withApproval(), withVersion()])
      given(...past.slice(0, 2), offered('eve', 'researcher'), ...past.slice(2))
        .when(expire('eve-researcher', noon))
        .thenNothing();
    given().when(expire('cleo-reviewer', noon)).thenNothing();
  });

  it('is said by no member', () => {
    given(...open(), offered('cleo', 'reviewer'))
      .when(expire('cleo-reviewer', noon, ana))
      .thenRefused('desk/role-missing');
  });
});

const everyRoleOf = ({ roles }: ReturnType<typeof factsOf>) =>
  roles.filter((role) => role === 'editor' || role === 'reviewer' || role === 'approver');
