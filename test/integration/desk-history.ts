import * as fc from 'fast-check';
import type { AnyEvent } from '#kernel';
import type { CheckEvent } from '#features/checks';
import { RELATIONS } from '#features/claims';
import { SEVERITIES } from '#features/standards';
import {
  accepted,
  amended,
  decided,
  drafted,
  dueDateSet,
  linked,
  offered,
  opened,
  proposed,
  published,
  rejected,
  revealed,
  roundOpened,
  ruled,
  stage,
} from './case-events.js';

// What may have happened at a desk: claims with their links, and checks that came as far as they came. No rule is asked:
// read models take whatever the log says.

/** Events that one command wrote to one stream. */
export type Step = { readonly category: 'claim' | 'check'; readonly id: string; readonly events: readonly AnyEvent[] };

const CAPACITIES = ['researcher', 'reviewer', 'tie_breaker', 'approver'] as const;
const ANSWERS = ['accepted', 'declined', 'expired', 'open'] as const;
const REACHED = ['open', 'researching', 'in_review', 'decided', 'published'] as const;

const story = fc.record({
  isAccepted: fc.boolean(),
  isRejectedFirst: fc.boolean(),
  links: fc.array(fc.record({ to: fc.nat(9), relation: fc.constantFrom(...RELATIONS) }), { maxLength: 2 }),
  hasCheck: fc.boolean(),
  severity: fc.constantFrom(...SEVERITIES),
  isDue: fc.boolean(),
  offers: fc.array(
    fc.record({
      member: fc.constantFrom('ben', 'cleo', 'dan'),
      capacity: fc.constantFrom(...CAPACITIES),
      answer: fc.constantFrom(...ANSWERS),
    }),
    { maxLength: 4 },
  ),
  rulings: fc.nat(2),
  isJoined: fc.boolean(),
  isAmended: fc.boolean(),
  drafts: fc.integer({ min: 1, max: 2 }),
  reached: fc.constantFrom(...REACHED),
});

type Story = typeof story extends fc.Arbitrary<infer Value> ? Value : never;

/** So that every read model has rows, whatever else comes. */
const ALWAYS: Story = {
  isAccepted: true,
  isRejectedFirst: false,
  links: [{ to: 1, relation: 'variant_of' }],
  hasCheck: true,
  severity: 'high',
  isDue: true,
  offers: [{ member: 'cleo', capacity: 'reviewer', answer: 'accepted' }],
  rulings: 1,
  isJoined: false,
  isAmended: false,
  drafts: 1,
  reached: 'in_review',
};

/** The steps of a few claims, mixed, each stream in its own order. `idOf` names the nth claim. */
export const histories = (idOf: (claim: number) => string): fc.Arbitrary<readonly Step[]> =>
  fc
    .tuple(fc.array(story, { minLength: 2, maxLength: 5 }), fc.array(fc.nat(5), { minLength: 200, maxLength: 200 }))
    .map(([others, turns]) => {
      const stories = [ALWAYS, ...others];
      const tracks = stories.map((one, place) => stepsOf(one, place, stories.length, idOf));
      return mixed(tracks, turns);
    });

const mixed = (tracks: readonly (readonly Step[])[], turns: readonly number[]): readonly Step[] => {
  const left = tracks.map((track) => [...track]);
  const drawn = turns.flatMap((turn) => left[turn % left.length]?.shift() ?? []);
  return [...drawn, ...left.flat()];
};

const stepsOf = (told: Story, place: number, count: number, idOf: (claim: number) => string): readonly Step[] => {
  const id = idOf(place);
  const links = told.links.map(({ to, relation }, n) => linked(`${id}-${n}`, idOf(to % count), relation));
  const claim = [
    proposed(),
    ...(told.isRejectedFirst ? [rejected] : []),
    ...(told.isAccepted ? [accepted(told.severity), ...links] : []),
  ];
  return [
    ...claim.map((event): Step => ({ category: 'claim', id, events: [event] })),
    ...(told.isAccepted && told.hasCheck ? checkOf(told) : []).map((events): Step => ({
      category: 'check',
      id,
      events,
    })),
  ];
};

type Steps = readonly (readonly CheckEvent[])[];

const checkOf = (told: Story): Steps => {
  const far = REACHED.indexOf(told.reached);
  return [
    [opened(told.severity), stage('open', 1), ...(told.isDue ? [dueDateSet] : [])],
    ...told.offers.flatMap(assignment),
    ...(far >= 1 ? [[stage('researching', 2)]] : []),
    ...(far >= 2 ? review(told) : []),
    ...(far >= 3 ? [[revealed, decided, stage('decided', 4)], ...drafts(told)] : []),
    ...(far >= 4 ? [[published(told.drafts), stage('published', 5)]] : []),
  ];
};

const assignment = ({ member, capacity, answer }: Story['offers'][number], place: number): Steps => {
  const assignmentId = `a${place}`;
  const offer = offered(member, capacity, { assignmentId });
  const answers: { readonly [Answer in (typeof ANSWERS)[number]]: readonly CheckEvent[] } = {
    accepted: [{ type: 'AssignmentAccepted', data: { assignmentId, memberId: member, capacity } }],
    declined: [{ type: 'AssignmentDeclined', data: { assignmentId, memberId: member, code: 'busy' } }],
    expired: [{ type: 'AssignmentExpired', data: { assignmentId, memberId: member } }],
    open: [],
  };
  return [[offer], ...(answer === 'open' ? [] : [answers[answer]])];
};

const review = ({ rulings, isJoined, isAmended }: Story): Steps => [
  [roundOpened('cleo', 'dan'), stage('in_review', 3)],
  ...(isJoined ? [[{ type: 'ReviewerAdded', data: { round: 1, memberId: 'fay' } } as const]] : []),
  ...['cleo', 'dan'].slice(0, rulings).map((reviewerId) => [ruled(reviewerId)]),
  ...(isAmended && rulings > 0 ? [[amended]] : []),
];

const drafts = ({ drafts: count }: Story): Steps => Array.from({ length: count }, (_, place) => [drafted(place + 1)]);
