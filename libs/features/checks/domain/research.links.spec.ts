import { specify } from '#kernel/testing';
import { checkDecider } from './check.decider.js';
import {
  accepted,
  agreed,
  also,
  ana,
  ben,
  cleo,
  e2,
  evidence,
  eva,
  fay,
  hal,
  inReview,
  job,
  link,
  linked,
  offer,
  factsOf,
  open,
  readyForReview,
  reassess,
  reassessed,
  reconciling,
  researched,
  researching,
  rule,
  submitForReview,
  unlink,
  unlinked,
  withApproval,
  withVersion,
} from './testing/index.js';

const given = specify(checkDecider);

const ELSEWHERE = [open(), readyForReview(), inReview(), reconciling(), agreed(), withApproval(), withVersion()];

describe('reassessing evidence', () => {
  it('makes a new evidence set, with the reason and under the name of who did it', () => {
    given(...researched())
      .when(reassess(ben, { data: { note: 'The transcript.' } }))
      .thenEvents(reassessed('l2', 3, { note: 'The transcript.' }));
    given(...researched(), reassessed('l2', 3))
      .when(reassess(ana, { data: { linkId: 'l1' }, facts: { evidence: evidence('e1', 'org:kcna') } }))
      .thenEvents(reassessed('l1', 4, { originGroup: 'org:kcna', by: 'ana' }));
  });

  it('reads anew from whom the evidence comes', () => {
    given(...researched())
      .when(reassess(ben, { facts: { evidence: { ...e2, originGroup: 'org:la-times' } } }))
      .thenEvents(reassessed('l2', 3, { originGroup: 'org:la-times' }));
  });

  it('refuses a link that is not there, or not any more, before it asks for the evidence', () => {
    const unknown = { data: { linkId: 'l9' }, facts: { evidence: undefined } };
    given(...researched())
      .when(reassess(ben, unknown))
      .thenRefused('check/link-unknown');
    given(...researched(), unlinked('l2', 3))
      .when(reassess(ben, { facts: { evidence: undefined } }))
      .thenRefused('check/link-unknown');
    given(...researched())
      .when(reassess(ben, { facts: { evidence: undefined } }))
      .thenRefused('check/evidence-unknown');
  });
});

describe('unlinking evidence', () => {
  it('makes a new evidence set without it', () => {
    given(...researched())
      .when(unlink(ben))
      .thenEvents(unlinked('l2', 3));
    given(...researched(), unlinked('l2', 3))
      .when(unlink(ana, { data: { linkId: 'l1' } }))
      .thenEvents(unlinked('l1', 4, { by: 'ana' }));
  });

  it('refuses a link that is not there, or not any more', () => {
    given(...researched())
      .when(unlink(ben, { data: { linkId: 'l9' } }))
      .thenRefused('check/link-unknown');
    given(...researched(), unlinked('l2', 3))
      .when(unlink(ben))
      .thenRefused('check/link-unknown');
  });

  it('lets the evidence be linked again, under another id', () => {
    const past = given(...researched(), unlinked('l2', 3));
    const again = { evidenceId: 'e2', stance: 'supports', nature: 'record', weight: 'medium' } as const;
    past.when(link(ben, { data: { linkId: 'l2', ...again }, facts: { evidence: e2 } })).thenRefused('check/id-taken');
    past
      .when(link(ben, { data: { linkId: 'l3', ...again }, facts: { evidence: e2 } }))
      .thenEvents(linked('l3', 4, 'us-government', { evidenceId: 'e2' }));
  });

  it('leaves a check without evidence, if it was the last', () => {
    given(...researched(), unlinked('l1', 3), unlinked('l2', 4))
      .when(submitForReview(ben))
      .thenRefused('check/no-evidence');
  });

  it('leaves nothing to rule on that was taken away', () => {
    const past = inReview();
    const frozen = past.findIndex(({ type }) => type === 'CheckSubmittedForReview');
    given(...past.slice(0, frozen), unlinked('l2', 3), ...past.slice(frozen))
      .when(rule(cleo))
      .thenRefused('check/link-unknown');
  });
});

describe.each([
  ['reassessing', reassess],
  ['unlinking', unlink],
] as const)('%s', (_, command) => {
  it('is frozen in every other stage', () => {
    for (const past of ELSEWHERE)
      for (const actor of [ana, ben])
        given(...past)
          .when(command(actor))
          .thenRefused('check/evidence-frozen');
    given().when(command(ana)).thenRefused('check/not-found');
  });

  it('is for editors, and for researchers of this check', () => {
    for (const actor of [fay, eva])
      given(...researched())
        .when(command(actor))
        .thenRefused('desk/not-yours');
    given(...researched(), ...accepted('cleo', 'reviewer'))
      .when(command(cleo))
      .thenRefused('desk/not-yours');
    given(...researched())
      .when(command(hal))
      .thenRefused('desk/role-missing');
    given(...researched())
      .when(command(job('links')))
      .thenRefused('desk/service-forbidden');
  });

  it('bars who did it from reviewing', () => {
    const gil = also({ ...ana, id: 'gil' }, 'reviewer');
    const worked = command === reassess ? reassessed('l2', 3, { by: 'gil' }) : unlinked('l2', 3, { by: 'gil' });
    given(...researching(), linked('l2', 2, 'us-government'), worked)
      .when(offer(ana, factsOf(gil), 'reviewer'))
      .thenRefused('check/reviewer-not-independent');
  });
});
