import { decide, stateOf } from '#kernel';
import { specify } from '#kernel/testing';
import { checkDecider } from './check.decider.js';
import {
  accepted,
  agreed,
  also,
  ana,
  answer,
  answered,
  ask,
  asked,
  ben,
  cleo,
  factsOf,
  fay,
  hal,
  inReview,
  job,
  offer,
  open,
  questionWithdrawn,
  readyForReview,
  reconciling,
  researched,
  submitForReview,
  submitted,
  unlinked,
  withApproval,
  withVersion,
  withdrawQuestion,
} from './testing/index.js';

const given = specify(checkDecider);

describe('asking a question', () => {
  it('writes it down', () => {
    given(...researched())
      .when(ask(ben))
      .thenEvents(asked());
  });

  it('refuses an id that is taken, also of a question that is settled', () => {
    for (const past of [[asked()], [asked(), answered()], [asked(), questionWithdrawn()]])
      given(...researched(), ...past)
        .when(ask(ben))
        .thenRefused('check/id-taken');
  });
});

describe('answering a question', () => {
  it('says on what the answer rests, and who found it', () => {
    given(...researched(), asked())
      .when(answer(ben))
      .thenEvents(answered());
    given(...researched(), asked())
      .when(answer(ana, { data: { linkIds: [] } }))
      .thenEvents(answered({ linkIds: [], by: 'ana' }));
  });

  it('refuses links that are not there, or not any more', () => {
    given(...researched(), asked())
      .when(answer(ben, { data: { linkIds: ['l1', 'l9'] } }))
      .thenRefused('check/link-unknown');
    given(...researched(), asked(), unlinked('l2', 3))
      .when(answer(ben))
      .thenRefused('check/link-unknown');
  });

  it('bars who answered from reviewing', () => {
    const gil = also({ ...ana, id: 'gil' }, 'reviewer');
    given(...researched(), asked(), answered({ by: 'gil' }))
      .when(offer(ana, factsOf(gil), 'reviewer'))
      .thenRefused('check/reviewer-not-independent');
  });
});

describe('withdrawing a question', () => {
  it('says why, and bars nobody from reviewing', () => {
    given(...researched(), asked())
      .when(withdrawQuestion(ana))
      .thenEvents(questionWithdrawn());
  });
});

describe.each([
  ['answering', answer],
  ['withdrawing', withdrawQuestion],
] as const)('%s', (_, command) => {
  it('refuses a question that nobody asked, before it looks at the answer', () => {
    given(...researched(), asked('q2'), unlinked('l2', 3))
      .when(command(ben))
      .thenRefused('check/question-unknown');
  });

  it('refuses a question that is settled', () => {
    for (const settled of [answered(), questionWithdrawn()])
      given(...researched(), asked(), settled, unlinked('l2', 3))
        .when(command(ben))
        .thenRefused('check/question-closed');
  });
});

describe.each([
  ['asking', ask],
  ['answering', answer],
  ['withdrawing', withdrawQuestion],
] as const)('%s', (_, command) => {
  it('is frozen in every other stage', () => {
    for (const past of [open(), readyForReview(), inReview(), reconciling(), agreed(), withApproval(), withVersion()])
      for (const actor of [ana, ben])
        given(...past)
          .when(command(actor))
          .thenRefused('check/evidence-frozen');
    given().when(command(ana)).thenRefused('check/not-found');
  });

  it('is for editors, and for researchers of this check', () => {
    const past = given(...researched(), ...accepted('cleo', 'reviewer'), asked('q9'));
    for (const actor of [cleo, fay]) past.when(command(actor)).thenRefused('desk/not-yours');
    past.when(command(hal)).thenRefused('desk/role-missing');
    past.when(command(job('questions'))).thenRefused('desk/service-forbidden');
  });
});

describe('submitting for review', () => {
  it('names the questions that are still open, and is not kept by them', () => {
    const past = [...researched(), asked('q1'), asked('q2'), asked('q3'), answered(), questionWithdrawn('q3')];
    const [first] = decide(checkDecider, stateOf(checkDecider, past), submitForReview(ben)).events;
    expect(first).toEqual({ ...submitted, data: { ...submitted.data, openQuestionIds: ['q2'] } });
  });
});
