import { jobsFor } from '#kernel';
import { recorded } from '#kernel/testing';
import type { MemberEvent } from '#features/members';
import type { CheckEvent } from '../domain/check.events.js';
import {
  PUBLISH_AT,
  REPLY_DUE,
  STAGE_DUE,
  STAGE_MARKS,
  amended,
  ana,
  cleo,
  dueDateSet,
  extended,
  offered,
  published,
  recusal,
  released,
  replyRequested,
  roundOpened,
  ruled,
  running,
  scheduled,
  stage,
  transferred,
  unproven,
} from '../domain/testing/index.js';
import { closeReplyWindowWhenDue } from './close-reply-window-when-due.js';
import { expireOfferWhenUnanswered } from './expire-offer-when-unanswered.js';
import { expireVerdictWhenDueForReview } from './expire-verdict-when-due-for-review.js';
import { markDeadlinesWhenClocksStart } from './mark-deadlines-when-clocks-start.js';
import { publishVerdictWhenScheduled } from './publish-verdict-when-scheduled.js';
import { releaseAssignmentsWhenMemberChanges } from './release-assignments-when-member-changes.js';
import { revealRulingsWhenSubmitted } from './reveal-rulings-when-submitted.js';

const at = (version: number, event: CheckEvent) => ({ ...recorded(event, 'c4', ana), stream: 'check-c4', version });

describe('an offered assignment', () => {
  it('sets the timer that ends the offer', () => {
    const [job, ...others] = jobsFor(expireOfferWhenUnanswered, at(4, offered('ben', 'researcher', 'a1')));
    expect(others).toEqual([]);
    expect(job).toMatchObject({
      id: 'expire-offer.1.c4.a1',
      job: { queue: 'timers', name: 'expire-offer', retry: 'timer' },
      data: {
        cause: 'check-c4@4',
        dueAt: '2026-11-23T12:00:00.000Z',
        payload: { category: 'check', id: 'c4', command: 'ExpireOffer', data: { assignmentId: 'a1' } },
      },
    });
  });
});

describe('a transferred assignment', () => {
  it('sets the timer that ends the new offer', () => {
    const moved = transferred('ben', 'dan', 'researcher', { newAssignmentId: 'a2' });
    const [job, ...others] = jobsFor(expireOfferWhenUnanswered, at(9, moved));
    expect(others).toEqual([]);
    expect(job).toMatchObject({
      id: 'expire-offer.1.c4.a2',
      data: { dueAt: '2026-11-23T12:00:00.000Z', payload: { command: 'ExpireOffer', data: { assignmentId: 'a2' } } },
    });
  });
});

describe('a member who loses something', () => {
  it.each<MemberEvent>([
    { type: 'RoleRevoked', data: { role: 'reviewer', reason: 'Works as an editor from now on.' } },
    { type: 'MemberSuspended', data: { reason: 'On leave until the spring.' } },
    { type: 'MemberDeparted', data: {} },
    { type: 'InterestDeclared', data: { interestId: 'i1', partyKey: 'org:kcna', note: 'Worked there.' } },
  ])('may hold assignments that no longer stand: %j', (event) => {
    const [job, ...others] = jobsFor(releaseAssignmentsWhenMemberChanges, {
      ...recorded(event, 'ben', ana),
      version: 7,
    });
    expect(others).toEqual([]);
    expect(job).toMatchObject({
      id: 'release-assignments.1.ben.7',
      job: { queue: 'timers', name: 'release-assignments', retry: 'timer' },
      data: { payload: { memberId: 'ben', version: 7 } },
    });
    expect(job?.data).not.toHaveProperty('dueAt');
  });

  it('and one who gains something does not', () => {
    const granted: MemberEvent = { type: 'RoleGranted', data: { role: 'reviewer' } };
    expect(jobsFor(releaseAssignmentsWhenMemberChanges, recorded(granted, 'ben', ana))).toEqual([]);
  });
});

describe('who leaves', () => {
  it.each<[string, CheckEvent]>([
    ['transferred', transferred('cleo', 'dan', 'reviewer')],
    ['released', released('cleo', 'reviewer', { setAsideRulingIds: ['ruling-cleo'] })],
    ['recused', recusal('cleo', { setAsideRulingIds: ['ruling-cleo'] })],
  ])('may be whom a sealed round waited for: %s', (_, event) => {
    const [job, ...others] = jobsFor(revealRulingsWhenSubmitted, at(22, event));
    expect(others).toEqual([]);
    expect(job).toMatchObject({
      id: 'reveal-rulings.1.c4.22',
      data: { cause: 'check-c4@22', dueAt: at(22, event).at, payload: { command: 'RevealRulings', data: {} } },
    });
  });
});

describe('a reply that is asked for', () => {
  it('sets the timer that closes its window', () => {
    const [job, ...others] = jobsFor(closeReplyWindowWhenDue, at(11, replyRequested()));
    expect(others).toEqual([]);
    expect(job).toMatchObject({
      id: 'close-reply-window.1.c4.rp1',
      job: { queue: 'timers', name: 'close-reply-window', retry: 'timer' },
      data: {
        cause: 'check-c4@11',
        dueAt: REPLY_DUE,
        payload: {
          category: 'check',
          id: 'c4',
          command: 'CloseReplyWindow',
          data: { replyId: 'rp1', outcome: 'no_answer' },
        },
      },
    });
  });
});

describe('a sealed ruling', () => {
  const revealAt = '2026-11-23T10:30:00.000Z';

  it.each<[string, CheckEvent]>([
    ['submitted', ruled('cleo', unproven, { revealAt })],
    ['amended', amended('cleo', unproven, { revealAt })],
  ])('that is %s sets a timer of its own for the reveal', (_, event) => {
    const [job, ...others] = jobsFor(revealRulingsWhenSubmitted, at(21, event));
    expect(others).toEqual([]);
    expect(job).toMatchObject({
      id: 'reveal-rulings.1.c4.21',
      job: { queue: 'timers', name: 'reveal-rulings', retry: 'timer' },
      data: {
        cause: 'check-c4@21',
        dueAt: revealAt,
        payload: { category: 'check', id: 'c4', command: 'RevealRulings', data: {} },
      },
    });
  });

  it('puts nothing into the queue of what it says', () => {
    const event = ruled('cleo', unproven);
    const jobs = JSON.stringify(jobsFor(revealRulingsWhenSubmitted, { ...at(21, event), actor: cleo }));
    expect(jobs).not.toMatch(/unproven|insufficient|cleo/);
  });

  it('asks for no reveal once it is amended in reconciliation', () => {
    const open = amended('cleo', unproven, { when: 'reconciliation', revealAt: undefined });
    expect(jobsFor(revealRulingsWhenSubmitted, at(27, open))).toEqual([]);
  });
});

describe('a clock that starts', () => {
  const instants = ['2026-11-23T12:00:00.000Z', '2026-11-23T16:00:00.000Z'];
  const start = { no: 3, run: 2, dueAt: STAGE_DUE, marks: STAGE_MARKS };

  it.each<[string, CheckEvent, string, object]>([
    ['a stage entered', running('researching', 3), 'c4.stage.3.1', { clock: 'stage', no: 3, run: 1 }],
    ['one resumed', { type: 'StageResumed', data: start }, 'c4.stage.3.2', { clock: 'stage', no: 3, run: 2 }],
    ['one extended', extended(3), 'c4.stage.3.2', { clock: 'stage', no: 3, run: 2 }],
    ['the case', dueDateSet({ cycle: 2, run: 3, marks: STAGE_MARKS }), 'c4.case.2.3', { clock: 'case', no: 2, run: 3 }],
  ])('sets a timer for each of its marks: %s', (_, event, key, data) => {
    const jobs = jobsFor(markDeadlinesWhenClocksStart, at(5, event));
    expect(jobs.map(({ id }) => id)).toEqual([`mark-deadline.1.${key}.due`, `mark-deadline.1.${key}.after-4h`]);
    expect(jobs.map((one) => one.data.dueAt)).toEqual(instants);
    expect(jobs[0]).toMatchObject({
      job: { queue: 'timers', name: 'mark-deadline', retry: 'timer' },
      data: {
        cause: 'check-c4@5',
        payload: { category: 'check', id: 'c4', command: 'MarkDeadline', data: { ...data, mark: 'due' } },
      },
    });
  });

  it('sets none where nothing is waited for', () => {
    expect(jobsFor(markDeadlinesWhenClocksStart, at(39, stage('published', 8)))).toEqual([]);
  });
});

describe('a verdict that is scheduled', () => {
  it('is published at its time', () => {
    const [job, ...others] = jobsFor(publishVerdictWhenScheduled, at(38, scheduled({ scheduleNo: 2 })));
    expect(others).toEqual([]);
    expect(job).toMatchObject({
      id: 'publish-verdict.1.c4.1.2',
      job: { queue: 'timers', name: 'publish-verdict', retry: 'timer' },
      data: { cause: 'check-c4@38', dueAt: PUBLISH_AT, payload: { checkId: 'c4', versionNo: 1, scheduleNo: 2 } },
    });
  });
});

describe('a verdict that is published', () => {
  it('sets the timer for the day on which it is looked at again', () => {
    const [job, ...others] = jobsFor(expireVerdictWhenDueForReview, at(38, published));
    expect(others).toEqual([]);
    expect(job).toMatchObject({
      id: 'expire-verdict.1.c4.1.2027-05-23',
      job: { queue: 'timers', name: 'expire-verdict', retry: 'timer' },
      data: {
        cause: 'check-c4@38',
        dueAt: '2027-05-23T00:00:00.000Z',
        payload: {
          category: 'check',
          id: 'c4',
          command: 'MarkVerdictExpired',
          data: { versionNo: 1, reviewBy: '2027-05-23' },
        },
      },
    });
  });
});

describe('every other event', () => {
  it('asks for nothing', () => {
    for (const event of [stage('open'), roundOpened(['cleo']), published])
      for (const reaction of [expireOfferWhenUnanswered, revealRulingsWhenSubmitted, closeReplyWindowWhenDue])
        expect(jobsFor<CheckEvent>(reaction, at(1, event))).toEqual([]);
  });
});
