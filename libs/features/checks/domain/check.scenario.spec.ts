import { stateOf } from '#kernel';
import { specify } from '#kernel/testing';
import type { CheckCommand } from './check.commands.js';
import { checkDecider } from './check.decider.js';
import type { CheckEvent, StageEntered } from './check.events.js';
import {
  SCENARIO,
  also,
  ana,
  approve,
  ben,
  cleo,
  eva,
  eventsOf,
  factsOf,
  hal,
  link,
  offer,
  play,
  publish,
  reveal,
  until,
} from './testing/index.js';

const given = specify(checkDecider);

/** The check after this command of the scenario. */
const after = (last: keyof typeof SCENARIO) => given(...eventsOf(play(until(last))));

describe('the check of the article, from opening to publication', () => {
  const acts = play(until('publish'));

  it('leaves these events, in this order', () => {
    expect(eventsOf(acts)).toHaveLength(39);
    expect(acts.map(({ events }) => events.map(({ type }) => type))).toEqual([
      ['CheckOpened', 'StageEntered', 'DueDateSet'],
      ['AssignmentOffered'],
      ['AssignmentAccepted', 'StageEntered'],
      ['EvidenceLinked'],
      ['EvidenceLinked'],
      ['QuestionAsked'],
      ['QuestionAnswered'],
      ['ReplyRequested'],
      ['ReplyRequested'],
      ['AssignmentOffered'],
      ['AssignmentOffered'],
      ['AssignmentAccepted'],
      ['AssignmentAccepted'],
      ['CheckSubmittedForReview', 'StageEntered'],
      ['ReviewRoundOpened', 'StageEntered'],
      ['RulingSubmitted'],
      ['RulingSubmitted'],
      ['RulingsRevealed', 'DisagreementFound', 'StageEntered'],
      ['NoteAdded'],
      ['RulingAmended', 'RoundDecided', 'StageEntered', 'StagePaused'],
      ['ReplyReceived'],
      ['ReplyWindowClosed', 'StageResumed'],
      ['VerdictDrafted'],
      ['DeadlineApproached'],
      ['VerdictApproved', 'StageEntered'],
      ['VerdictPublished', 'StageEntered'],
    ]);
  });

  it('has each act done as what its actor is', () => {
    expect(acts.map(({ command: { actor }, as }) => `${actor.id} as ${as}`)).toEqual([
      'ana as editor',
      'ana as editor',
      'ben as reviewer',
      'ben as researcher',
      'ben as researcher',
      'ben as researcher',
      'ben as researcher',
      'ben as researcher',
      'ben as researcher',
      'ana as editor',
      'ana as editor',
      'cleo as reviewer',
      'dan as reviewer',
      'ben as researcher',
      'ana as editor',
      'cleo as reviewer',
      'dan as reviewer',
      'service:reveal-rulings as service',
      'cleo as reviewer',
      'dan as reviewer',
      'ben as researcher',
      'service:close-reply-window as service',
      'ben as researcher',
      'service:mark-deadline as service',
      'eva as approver',
      'eva as approver',
    ]);
  });

  it('enters each stage with its due time and its marks, in working time', () => {
    const stages = eventsOf(acts).filter((event): event is StageEntered => event.type === 'StageEntered');
    expect(stages.map(({ data: { no, run, stage, marks } }) => [no, run, stage, ...marks.map(({ at }) => at)])).toEqual(
      [
        [1, 1, 'open', '2022-11-09T11:10:00.000Z', '2022-11-09T15:10:00.000Z'],
        [2, 1, 'researching', '2022-11-10T19:14:00.000Z', '2022-11-11T09:14:00.000Z', '2022-11-11T13:14:00.000Z'],
        [3, 1, 'ready_for_review', '2022-11-09T16:30:00.000Z', '2022-11-10T08:30:00.000Z'],
        [4, 1, 'in_review', '2022-11-10T08:32:00.000Z', '2022-11-10T10:32:00.000Z', '2022-11-10T14:32:00.000Z'],
        [5, 1, 'reconciling', '2022-11-09T19:45:01.000Z', '2022-11-10T09:45:01.000Z', '2022-11-10T13:45:01.000Z'],
        [6, 1, 'decided', '2022-11-10T08:20:00.000Z', '2022-11-10T12:20:00.000Z'],
        [7, 1, 'approved', '2022-11-10T11:40:00.000Z', '2022-11-10T15:40:00.000Z'],
        [8, 1, 'published'],
      ],
    );
    expect(stages.map(({ data: { dueAt } }) => dueAt)).toEqual([
      '2022-11-09T11:10:00.000Z',
      '2022-11-11T09:14:00.000Z',
      '2022-11-09T16:30:00.000Z',
      '2022-11-10T10:32:00.000Z',
      '2022-11-10T09:45:01.000Z',
      '2022-11-10T08:20:00.000Z',
      '2022-11-10T11:40:00.000Z',
      undefined,
    ]);
  });

  it('says of each stage it leaves whether that was late', () => {
    const stages = eventsOf(acts).filter((event): event is StageEntered => event.type === 'StageEntered');
    expect(stages.map(({ data: { left } }) => left)).toEqual([
      undefined,
      { no: 1, stage: 'open', late: false },
      { no: 2, stage: 'researching', late: false },
      { no: 3, stage: 'ready_for_review', late: false },
      { no: 4, stage: 'in_review', late: false },
      { no: 5, stage: 'reconciling', late: false },
      { no: 6, stage: 'decided', late: false },
      { no: 7, stage: 'approved', late: false },
    ]);
  });

  it.each<[CheckEvent['type'], object]>([
    [
      'DueDateSet',
      {
        dueAt: '2022-11-10T12:30:00.000Z',
        marks: [
          { mark: 'before-2h', at: '2022-11-10T10:30:00.000Z' },
          { mark: 'due', at: '2022-11-10T12:30:00.000Z' },
          { mark: 'after-4h', at: '2022-11-10T16:30:00.000Z' },
        ],
      },
    ],
    ['AssignmentOffered', { memberId: 'ben', capacity: 'researcher', expiresAt: '2022-11-09T11:11:00.000Z' }],
    ['EvidenceLinked', { evidenceSet: 1, stance: 'refutes', nature: 'assertion', weight: 'low' }],
    ['CheckSubmittedForReview', { evidenceSet: 2, openQuestionIds: [] }],
    ['ReplyRequested', { replyId: 'rp1', purpose: 'claimant', dueAt: '2022-11-10T10:00:00.000Z', cycle: 1 }],
    ['ReviewRoundOpened', { round: 1, purpose: 'full', quorum: 2, agreement: 'unanimous', blind: true }],
    ['RulingSubmitted', { rulingId: 'ru1', reviewerId: 'cleo', entry: 1, revealAt: '2022-11-09T16:01:00.000Z' }],
    ['RulingAmended', { rulingId: 'ru2', reviewerId: 'dan', entry: 2, when: 'reconciliation', label: 'unproven' }],
    [
      'RoundDecided',
      { basis: 'unanimous', finding: 'insufficient_evidence', strength: 'low', agreeing: ['cleo', 'dan'] },
    ],
    ['StagePaused', { no: 6, run: 1, remaining: 'PT2H', reason: 'reply' }],
    ['ReplyReceived', { replyId: 'rp2', late: false, by: 'ben' }],
    ['ReplyWindowClosed', { replyId: 'rp1', outcome: 'no_answer' }],
    ['StageResumed', { no: 6, run: 2, dueAt: '2022-11-10T12:00:00.000Z' }],
    ['VerdictDrafted', { versionNo: 1, draftNo: 1, asOf: '2022-11-10', reviewBy: '2023-05-10', labelText: 'Unproven' }],
    ['VerdictApproved', { originGroups: ['dprk-government', 'us-government'], independentGroups: [], waivers: [] }],
    [
      'VerdictPublished',
      { url: '/v/c4', versionUrl: '/v/c4/versions/1', reviewBy: '2023-05-10', expiresAt: '2023-05-10T00:00:00.000Z' },
    ],
  ])('records in %s what the rules computed', (type, essentials) => {
    expect(eventsOf(acts).find((event) => event.type === type)?.data).toMatchObject(essentials);
  });

  it('leaves nobody with an assignment', () => {
    const { assignments } = stateOf(checkDecider, eventsOf(acts));
    expect(assignments.map(({ memberId, status }) => `${memberId} ${status}`)).toEqual([
      'ben completed',
      'cleo completed',
      'dan completed',
    ]);
  });
});

describe('what must not be possible on the way', () => {
  const tried: readonly (readonly [last: keyof typeof SCENARIO, command: CheckCommand, code: string])[] = [
    ['linkReport', offer(eva, factsOf(also(ana, 'reviewer')), 'reviewer'), 'check/reviewer-not-independent'],
    ['openRound', link(ben), 'check/evidence-frozen'],
    ['replyPublisher', approve(eva), 'check/no-draft'],
    [
      'draft',
      { ...SCENARIO.approve, data: { ...SCENARIO.approve.data, consideredReplyIds: [] } },
      'check/reply-not-considered',
    ],
    ['draft', by(also(ben, 'approver')), 'check/approver-is-researcher'],
    ['draft', by(also(cleo, 'approver')), 'check/approver-ruled'],
    ['draft', by(hal), 'desk/role-missing'],
    ['draft', { ...SCENARIO.approve, data: { ...SCENARIO.approve.data, contentHash: 'other' } }, 'check/draft-changed'],
    ['approve', publish(also(ben, 'approver')), 'check/approver-is-researcher'],
    ['publish', SCENARIO.open, 'check/exists'],
  ];

  it.each(tried)('after %s', (last, command, code) => {
    after(last).when(command).thenRefused(code);
  });

  it('approves nothing while somebody may still answer', () => {
    const early = [...until('replyPublisher'), SCENARIO.draft];
    given(...eventsOf(play(early)))
      .when(SCENARIO.approve)
      .thenRefused('check/reply-window-open');
  });

  it('reveals nothing twice', () => {
    after('reveal').when(reveal()).thenNothing();
  });
});

/** The approval of the scenario, by somebody else. */
function by(actor: CheckCommand['actor']): CheckCommand {
  return { ...SCENARIO.approve, actor, facts: { ...SCENARIO.approve.facts, member: factsOf(actor) } };
}
