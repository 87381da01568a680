import { jobsFor } from '#kernel';
import { recorded } from '#kernel/testing';
import type { CheckEvent } from '../domain/check.events.js';
import {
  amended,
  ana,
  cleo,
  offered,
  published,
  roundOpened,
  ruled,
  stage,
  unproven,
} from '../domain/testing/index.js';
import { expireOfferWhenUnanswered } from './expire-offer-when-unanswered.js';
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

describe('every other event', () => {
  it('asks for nothing', () => {
    for (const event of [stage('open'), roundOpened(['cleo']), published])
      for (const reaction of [expireOfferWhenUnanswered, revealRulingsWhenSubmitted])
        expect(jobsFor<CheckEvent>(reaction, at(1, event))).toEqual([]);
  });
});
