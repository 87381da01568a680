import { stateOf } from '#kernel';
import { specify } from '#kernel/testing';
import { checkDecider } from './check.decider.js';
import type { CheckEvent } from './check.events.js';
import {
  accept,
  accepted,
  agreed,
  also,
  ben,
  cleo,
  dan,
  decline,
  enters,
  eva,
  factsOf,
  fay,
  gus,
  hal,
  inReview,
  job,
  marks,
  offered,
  open,
  readyForReview,
  reconciling,
  researching,
  stage,
  withVersion,
} from './testing/index.js';

const given = specify(checkDecider);

const acceptance = (
  memberId: string,
  capacity: 'researcher' | 'reviewer' | 'tie_breaker' | 'approver',
): CheckEvent => ({
  type: 'AssignmentAccepted',
  data: { assignmentId: `${memberId}-${capacity}`, memberId, capacity },
});

describe('accepting an assignment', () => {
  it('begins the research with the first researcher', () => {
    given(...open(), offered('ben', 'researcher'))
      .when(accept(ben, 'researcher'))
      .thenEvents(
        acceptance('ben', 'researcher'),
        enters(
          'researching',
          2,
          'open',
          marks('2026-11-25T10:00:00.000Z', {
            before: '2026-11-25T08:00:00.000Z',
            after: '2026-11-25T14:00:00.000Z',
          }),
        ),
      );
  });

  it('changes no stage otherwise', () => {
    given(...researching(), offered('fay', 'researcher'))
      .when(accept(fay, 'researcher'))
      .thenEvents(acceptance('fay', 'researcher'));
    given(...open(), offered('cleo', 'reviewer'))
      .when(accept(cleo, 'reviewer'))
      .thenEvents(acceptance('cleo', 'reviewer'));
    given(...agreed(), offered('eva', 'approver'))
      .when(accept(eva, 'approver'))
      .thenEvents(acceptance('eva', 'approver'));
    given(...reconciling(), stage('tie_break', 6), offered('fay', 'tie_breaker'))
      .when(accept(fay, 'tie_breaker'))
      .thenEvents(acceptance('fay', 'tie_breaker'));
  });

  it('lets a reviewer join the round that is under way', () => {
    given(...inReview(), offered('fay', 'reviewer'))
      .when(accept(also(fay, 'reviewer'), 'reviewer'))
      .thenEvents(acceptance('fay', 'reviewer'), { type: 'ReviewerAdded', data: { round: 1, memberId: 'fay' } });
    given(...readyForReview(), offered('fay', 'reviewer'))
      .when(accept(also(fay, 'reviewer'), 'reviewer'))
      .thenEvents(acceptance('fay', 'reviewer'));
  });

  it('is possible while nobody has said that the time is over', () => {
    given(...open(), offered('cleo', 'reviewer'))
      .when(accept(cleo, 'reviewer', { at: '2026-11-23T15:00:00.000Z' }))
      .thenEvents(acceptance('cleo', 'reviewer'));
  });

  it('says nothing more once it was accepted', () => {
    given(...open(), ...accepted('cleo', 'reviewer'))
      .when(accept(cleo, 'reviewer'))
      .thenNothing();
    given(...agreed())
      .when(accept(ben, 'researcher'))
      .thenNothing();
    given(...withVersion())
      .when(accept(ben, 'researcher'))
      .thenNothing();
  });

  it('is one’s own affair', () => {
    given(...open(), offered('cleo', 'reviewer'))
      .when(accept(dan, 'reviewer', { data: { assignmentId: 'cleo-reviewer' } }))
      .thenRefused('desk/not-yours');
    given(...open(), ...accepted('cleo', 'reviewer'))
      .when(accept(dan, 'reviewer', { data: { assignmentId: 'cleo-reviewer' } }))
      .thenRefused('desk/not-yours');
    given(...open())
      .when(accept(cleo, 'reviewer', { data: { assignmentId: 'unheard-of' } }))
      .thenRefused('desk/not-yours');
  });

  it('refuses an offer that has ended or was declined', () => {
    const answers: readonly CheckEvent[] = [
      { type: 'AssignmentExpired', data: { assignmentId: 'cleo-reviewer', memberId: 'cleo' } },
      { type: 'AssignmentDeclined', data: { assignmentId: 'cleo-reviewer', memberId: 'cleo', code: 'busy' } },
    ];
    for (const answer of answers)
      given(...open(), offered('cleo', 'reviewer'), answer)
        .when(accept(cleo, 'reviewer', { facts: { member: factsOf(cleo, { active: false }) } }))
        .thenRefused('check/offer-closed');
  });

  it('asks again what the offer asked', () => {
    const past = given(...open(), offered('cleo', 'reviewer'));
    past.when(accept(cleo, 'reviewer', { facts: { member: undefined } })).thenRefused('check/assignee-unknown');
    past
      .when(accept(cleo, 'reviewer', { facts: { member: factsOf(cleo, { active: false, roles: [] }) } }))
      .thenRefused('check/assignee-inactive');
    past
      .when(accept(cleo, 'reviewer', { facts: { member: factsOf(cleo, { roles: ['editor'] }) } }))
      .thenRefused('check/assignee-role-missing');
    past
      .when(accept(cleo, 'reviewer', { facts: { member: factsOf(cleo, { interests: ['person:john-kirby'] }) } }))
      .thenRefused('check/conflict-of-interest');
    given(...researching(), offered('ben', 'reviewer'))
      .when(accept(ben, 'reviewer'))
      .thenRefused('check/reviewer-not-independent');
    given(...reconciling(), stage('tie_break', 6), offered('dan', 'tie_breaker'))
      .when(accept(also(dan, 'approver'), 'tie_breaker'))
      .thenRefused('check/tie-breaker-not-independent');
  });

  it('is possible only where the capacity could be offered, whoever asks', () => {
    const past = given(...open(), offered('fay', 'researcher'), ...readyForReview().slice(2));
    past.when(accept(fay, 'researcher')).thenRefused('check/wrong-stage');
    past.when(accept(dan, 'researcher', { data: { assignmentId: 'fay-researcher' } })).thenRefused('check/wrong-stage');
    given(...open(), offered('fay', 'reviewer'), ...reconciling().slice(2))
      .when(accept(also(fay, 'reviewer'), 'reviewer'))
      .thenRefused('check/wrong-stage');
    given(...open(), offered('fay', 'approver'), ...withVersion().slice(2))
      .when(accept(fay, 'approver'))
      .thenRefused('check/wrong-stage');
    given().when(accept(fay, 'approver')).thenRefused('check/not-found');
  });

  it('refuses who has no editorial role', () => {
    for (const actor of [gus, hal])
      given(...open(), offered(actor.id, 'researcher'))
        .when(accept(actor, 'researcher'))
        .thenRefused('desk/role-missing');
    given(...open(), offered('service:jobs', 'researcher'))
      .when(accept(job('jobs'), 'researcher'))
      .thenRefused('desk/service-forbidden');
  });
});

describe('declining an assignment', () => {
  const declined: CheckEvent = {
    type: 'AssignmentDeclined',
    data: { assignmentId: 'cleo-reviewer', memberId: 'cleo', code: 'busy' },
  };

  it('records who declined, and why', () => {
    given(...open(), offered('cleo', 'reviewer'))
      .when(decline(cleo, 'reviewer'))
      .thenEvents(declined);
    given(...open(), offered('cleo', 'reviewer'))
      .when(decline(cleo, 'reviewer', { data: { code: 'other', note: 'I know him.' } }))
      .thenEvents({
        type: 'AssignmentDeclined',
        data: { assignmentId: 'cleo-reviewer', memberId: 'cleo', code: 'other', note: 'I know him.' },
      });
  });

  it('says nothing more once it was declined', () => {
    given(...open(), offered('cleo', 'reviewer'), declined)
      .when(decline(cleo, 'reviewer'))
      .thenNothing();
  });

  it('is one’s own affair', () => {
    given(...open(), offered('cleo', 'reviewer'))
      .when(decline(dan, 'reviewer', { data: { assignmentId: 'cleo-reviewer' } }))
      .thenRefused('desk/not-yours');
  });

  it('refuses an offer that was accepted or has ended', () => {
    given(...open(), ...accepted('cleo', 'reviewer'))
      .when(decline(cleo, 'reviewer'))
      .thenRefused('check/offer-closed');
    given(...open(), offered('cleo', 'reviewer'), {
      type: 'AssignmentExpired',
      data: { assignmentId: 'cleo-reviewer', memberId: 'cleo' },
    })
      .when(decline(cleo, 'reviewer'))
      .thenRefused('check/offer-closed');
  });

  it('is possible only where the capacity could be offered', () => {
    given(...open(), offered('fay', 'researcher'), ...readyForReview().slice(2))
      .when(decline(fay, 'researcher'))
      .thenRefused('check/wrong-stage');
  });

  it('refuses who has no editorial role', () => {
    given(...open(), offered('hal', 'researcher'))
      .when(decline(hal, 'researcher'))
      .thenRefused('desk/role-missing');
  });
});

describe('a researcher who has accepted', () => {
  it('has worked on the check, and reviews it no more', () => {
    given(...researching(), offered('ana', 'reviewer'), offered('ben', 'reviewer', 'a9'))
      .when(accept(ben, 'reviewer', { data: { assignmentId: 'a9' } }))
      .thenRefused('check/reviewer-not-independent');
  });

  it('is free of his assignments once the verdict is published', () => {
    expect(checkDecider.capacitiesOf?.(after(agreed()), 'ben')).toEqual(['researcher']);
    expect(checkDecider.capacitiesOf?.(after(withVersion()), 'ben')).toEqual([]);
  });
});

const after = (past: readonly CheckEvent[]) => stateOf(checkDecider, past);
