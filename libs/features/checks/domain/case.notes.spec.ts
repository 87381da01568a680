import { specify } from '#kernel/testing';
import { checkDecider } from './check.decider.js';
import type { NoteAbout } from './check.state.js';
import {
  addNote,
  agreed,
  ana,
  ben,
  cleo,
  concernDismissed,
  concernRaised,
  dan,
  dismissConcern,
  eva,
  gus,
  hal,
  inReview,
  job,
  noteAdded,
  open,
  raiseConcern,
  readyForReview,
  reconciling,
  replyRequested,
  researched,
  roundOpened,
  ruled,
  stage,
  unproven,
  withDraft,
  withVersion,
} from './testing/index.js';

const given = specify(checkDecider);

describe('a note', () => {
  it('is written by whoever has an editorial role, at every stage', () => {
    for (const past of [open(), researched(), inReview(), withVersion()])
      for (const actor of [ana, ben, eva])
        given(...past)
          .when(addNote(actor, 'desk'))
          .thenEvents(noteAdded('desk'));
    for (const actor of [gus, hal])
      given(...open())
        .when(addNote(actor, 'desk'))
        .thenRefused('desk/role-missing');
    given().when(addNote(ana, 'desk')).thenRefused('check/not-found');
  });

  it('goes to the round while it talks about what was revealed', () => {
    for (const past of [reconciling(), [...reconciling(), stage('tie_break', 6)]])
      given(...past)
        .when(addNote(cleo, 'round'))
        .thenEvents(noteAdded('round'));
    for (const past of [readyForReview(), inReview(), [...reconciling(), stage('deadlocked', 6)], agreed()])
      given(...past)
        .when(addNote(ana, 'round'))
        .thenRefused('check/note-would-unseal');
  });

  it('goes from a reviewer of a sealed round to editors alone', () => {
    const sealed = [...inReview(), ruled('cleo', unproven)];
    for (const actor of [cleo, dan])
      given(...sealed)
        .when(addNote(actor, 'desk'))
        .thenRefused('check/note-would-unseal');
    given(...sealed)
      .when(addNote(cleo, 'editors'))
      .thenEvents(noteAdded('editors'));
    given(...reconciling())
      .when(addNote(cleo, 'desk'))
      .thenEvents(noteAdded('desk'));
  });

  it('keeps silent about a round that was set aside unopened, until the next is revealed', () => {
    const setAside = { type: 'RoundSetAside', data: { round: 1, reason: 'returned' } } as const;
    given(...inReview(), ruled('cleo', unproven), setAside, stage('researching', 5))
      .when(addNote(cleo, 'desk'))
      .thenRefused('check/note-would-unseal');
  });

  it('keeps silent about it also when another round has begun meanwhile', () => {
    const setAside = { type: 'RoundSetAside', data: { round: 1, reason: 'returned' } } as const;
    const again = [...inReview(), ruled('cleo', unproven), setAside, roundOpened(['dan', 'eva'], { round: 2 })];
    given(...again)
      .when(addNote(cleo, 'desk'))
      .thenRefused('check/note-would-unseal');
    given(...again)
      .when(addNote(cleo, 'editors'))
      .thenEvents(noteAdded('editors'));
  });

  it('is free in a round that is not blind', () => {
    given(...inReview({}, roundOpened(['cleo', 'dan'], { blind: false })), ruled('cleo', unproven))
      .when(addNote(cleo, 'desk'))
      .thenEvents(noteAdded('desk'));
  });

  it.each<[NoteAbout['kind'], string]>([
    ['link', 'l1'],
    ['ruling', 'ruling-cleo'],
    ['reply', 'rp1'],
    ['draft', '1.1'],
  ])('is about a %s that is there', (kind, id) => {
    const past = [...withDraft(), replyRequested()];
    given(...past)
      .when(addNote(ana, 'desk', { data: { about: { kind, id } } }))
      .thenEvents(noteAdded('desk', { about: { kind, id } }));
    for (const other of ['x', '1.2', '2.1'])
      given(...past)
        .when(addNote(ana, 'desk', { data: { about: { kind, id: other } } }))
        .thenRefused('check/about-unknown');
  });

  it('is about a question that was asked', () => {
    const about = { kind: 'question', id: 'q1' } as const;
    const asked = { type: 'QuestionAsked', data: { questionId: 'q1', text: 'Which material was published?' } } as const;
    given(...researched(), asked)
      .when(addNote(ben, 'desk', { data: { about } }))
      .thenEvents(noteAdded('desk', { about }));
    given(...researched())
      .when(addNote(ben, 'desk', { data: { about } }))
      .thenRefused('check/about-unknown');
  });

  it('is about a draft of a version that was published', () => {
    const about = { kind: 'draft', id: '1.1' } as const;
    given(...withVersion())
      .when(addNote(ana, 'desk', { data: { about } }))
      .thenEvents(noteAdded('desk', { about }));
  });

  it('asks first whether it would unseal, then about what it is, and then for its id', () => {
    const about = { kind: 'link', id: 'l9' } as const;
    given(...inReview(), noteAdded('desk'))
      .when(addNote(cleo, 'desk', { data: { about } }))
      .thenRefused('check/note-would-unseal');
    given(...inReview(), noteAdded('desk'))
      .when(addNote(ana, 'desk', { data: { about } }))
      .thenRefused('check/about-unknown');
    given(...inReview(), noteAdded('desk'))
      .when(addNote(ana, 'desk'))
      .thenRefused('check/id-taken');
  });
});

describe('a concern', () => {
  it('is raised by whoever has an editorial role and by jobs, at every stage', () => {
    for (const past of [open(), inReview(), withVersion()])
      for (const actor of [ana, ben, eva, job('raise-concern')])
        given(...past)
          .when(raiseConcern(actor))
          .thenEvents(concernRaised());
    for (const actor of [gus, hal])
      given(...open())
        .when(raiseConcern(actor))
        .thenRefused('desk/role-missing');
  });

  it('is raised once while it is open', () => {
    const again = { concernId: 'co2', text: 'It is gone.' };
    given(...withVersion(), concernRaised())
      .when(raiseConcern(job('raise-concern'), { data: again }))
      .thenNothing();
    given(...withVersion(), concernRaised(), concernDismissed())
      .when(raiseConcern(ana, { data: again }))
      .thenEvents(concernRaised(again));
  });

  it.each([
    { concernId: 'co2', kind: 'evidence_drift' },
    { concernId: 'co2', ref: 'e1' },
  ] as const)('is another one with %o', (data) => {
    given(...withVersion(), concernRaised())
      .when(raiseConcern(ana, { data }))
      .thenEvents(concernRaised(data));
  });

  it('has an id of its own', () => {
    given(...withVersion(), concernRaised(), concernDismissed())
      .when(raiseConcern(ana))
      .thenRefused('check/id-taken');
  });

  it('is dismissed by editors and approvers, while it is open', () => {
    for (const actor of [ana, eva])
      given(...withVersion(), concernRaised())
        .when(dismissConcern(actor))
        .thenEvents(concernDismissed());
    for (const past of [withVersion(), [...withVersion(), concernRaised(), concernDismissed()]])
      given(...past)
        .when(dismissConcern(ana))
        .thenRefused('check/concern-unknown');
    given(...withVersion(), concernRaised())
      .when(dismissConcern(ben))
      .thenRefused('desk/role-missing');
    given(...withVersion(), concernRaised())
      .when(dismissConcern(job('any')))
      .thenRefused('desk/service-forbidden');
  });
});
