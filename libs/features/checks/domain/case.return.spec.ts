import { specify } from '#kernel/testing';
import { checkDecider } from './check.decider.js';
import type { Stage } from './check.state.js';
import {
  accepted,
  agreed,
  ana,
  approve,
  cleo,
  deadlocked,
  enters,
  eva,
  hal,
  inReview,
  inTieBreak,
  job,
  link,
  linked,
  ben,
  marks,
  open,
  openRound,
  publish,
  readyForReview,
  reconciling,
  released,
  researching,
  returnToResearch,
  returned,
  roundOpened,
  ruled,
  setAside,
  stage,
  unproven,
  withApproval,
  withDraft,
  withVersion,
} from './testing/index.js';

const given = specify(checkDecider);

/** Twenty-four hours of working time: until ten the day after tomorrow. */
const research = marks('2026-11-25T10:00:00.000Z', {
  before: '2026-11-25T08:00:00.000Z',
  after: '2026-11-25T14:00:00.000Z',
});
const researchFrom = (left: Stage, no: number) => enters('researching', no, left, research);

describe('returning to research', () => {
  it('takes the research up again, and says from where', () => {
    for (const actor of [ana, eva])
      given(...readyForReview())
        .when(returnToResearch(actor))
        .thenEvents(returned('ready_for_review'), researchFrom('ready_for_review', 4));
    given(...agreed())
      .when(returnToResearch(ana))
      .thenEvents(returned('decided'), researchFrom('decided', 6));
  });

  it('sets a round aside that is not decided', () => {
    const undecided = [
      ['in_review', inReview(), 5],
      ['in_review', [...inReview(), ruled('cleo', unproven)], 5],
      ['reconciling', reconciling(), 6],
      ['tie_break', inTieBreak(), 7],
      ['deadlocked', deadlocked(), 8],
    ] as const;
    for (const [left, past, no] of undecided)
      given(...past)
        .when(returnToResearch(ana))
        .thenEvents(returned(left), setAside('returned'), researchFrom(left, no));
  });

  it('sets a round aside once', () => {
    given(...inReview(), setAside('recusal'), stage('ready_for_review', 5))
      .when(returnToResearch(ana))
      .thenEvents(returned('ready_for_review'), researchFrom('ready_for_review', 6));
  });

  it('waits for a researcher where nobody holds the case', () => {
    given(...readyForReview(), released('ben', 'researcher'))
      .when(returnToResearch(ana))
      .thenEvents(
        returned('ready_for_review'),
        enters('open', 4, 'ready_for_review', marks('2026-11-23T12:00:00.000Z', { after: '2026-11-23T16:00:00.000Z' })),
      );
  });

  it('lets evidence be linked again, and another round be opened on it', () => {
    const back = [...inReview(), returned('in_review'), setAside('returned'), stage('researching', 5)];
    given(...back)
      .when(link(ben, { data: { linkId: 'l3', evidenceId: 'e3' } }))
      .thenEvents(linked('l3', 3, 'dprk-government', { stance: 'refutes', nature: 'assertion', weight: 'low' }));
    given(...back, stage('ready_for_review', 6))
      .when(openRound(ana, ['cleo', 'dan']))
      .thenEvents(
        roundOpened(['cleo', 'dan'], { round: 2 }),
        enters(
          'in_review',
          7,
          'ready_for_review',
          marks('2026-11-23T18:00:00.000Z', { before: '2026-11-23T16:00:00.000Z', after: '2026-11-24T10:00:00.000Z' }),
        ),
      );
  });

  it('lets the draft lapse: no later decision stands behind it', () => {
    given(...withDraft(), returned('decided'), stage('decided', 9))
      .when(approve(eva))
      .thenRefused('check/no-draft');
    given(...withApproval(), returned('decided'), stage('approved', 9))
      .when(publish(eva))
      .thenRefused('check/no-draft');
  });

  it('names the version that was seen', () => {
    expect(checkDecider.rules.ReturnToResearch.versioned).toBe(true);
  });

  it('is possible only between research and approval', () => {
    for (const past of [open(), researching(), withApproval(), withVersion()])
      given(...past)
        .when(returnToResearch(ana))
        .thenRefused('check/wrong-stage');
    given().when(returnToResearch(ana)).thenRefused('check/not-found');
  });

  it('is for editors and approvers', () => {
    for (const actor of [ben, cleo, hal])
      given(...readyForReview(), ...accepted('cleo', 'researcher'))
        .when(returnToResearch(actor))
        .thenRefused('desk/role-missing');
    given(...readyForReview())
      .when(returnToResearch(job('returns')))
      .thenRefused('desk/service-forbidden');
  });
});
