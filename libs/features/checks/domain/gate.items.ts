import type { ApproveVerdict, PublishVerdict } from './check.commands.js';
import type { Waiver } from './check.events.js';
import { decidedOf, evidenceIdsOf, rulesOf } from './check.state.js';
import type { CheckState } from './check.state.js';
import { demandAccepted, demandDated, demandRateable, demandUnmerged } from './claim.guards.js';
import { openDraftOf } from './drafts.js';
import { demandArchived, demandIntact } from './evidence.guards.js';
import {
  approvalOf,
  demandClaimantAsked,
  demandConsidered,
  demandFreeOfInterest,
  demandReceived,
  demandSame,
  demandSameClaim,
  demandTookNoPart,
  demandWindowsClosed,
} from './gate.guards.js';
import { demandUnscheduled } from './schedules.js';
import { demandSources } from './sources.js';
import { demandAllowed, isWaived } from './waivers.js';

export const GATE_ITEMS = [
  'draft',
  'unchanged',
  'took_no_part',
  'impartial',
  'unscheduled',
  'claim_stands',
  'claim_rateable',
  'claim_dated',
  'reply_windows_closed',
  'claimant_asked',
  'replies_considered',
  'sources',
  'evidence_intact',
  'evidence_archived',
  'waivers_accepted',
] as const;
export type GateItem = (typeof GATE_ITEMS)[number];

/** One thing that must be so before a verdict is signed. */
export type Guard<Asked> = {
  readonly item: GateItem;
  /** In the words of the newsroom. */
  readonly asks: string;
  /** It is about who signs, and not about the case. */
  readonly isPersonal?: true;
  /** A waiver of this rule lifts this refusal. */
  readonly waivedAs?: { readonly rule: Waiver['rule']; readonly code: string };
  /** Throws the refusal. */
  readonly demand: (asked: Asked, state: CheckState) => void;
};

type Approval = Pick<ApproveVerdict, 'data' | 'facts' | 'actor'>;
type Publication = Pick<PublishVerdict, 'data' | 'facts' | 'actor'>;
type Signature = Approval | Publication;

const TOOK_NO_PART: Guard<Signature> = {
  item: 'took_no_part',
  asks: 'Whoever signs made none of it: neither the research, nor the draft, nor the claim, nor the decision.',
  isPersonal: true,
  demand: ({ actor }, state) => demandTookNoPart(actor.id, state),
};

const IMPARTIAL: Guard<Signature> = {
  item: 'impartial',
  asks: 'Whoever signs has no interest in a party of the claim and has not stepped back from this check.',
  isPersonal: true,
  demand: ({ actor, facts }, state) => demandFreeOfInterest(actor.id, facts.member, demandAccepted(facts.claim), state),
};

const CLAIM_STANDS: Guard<Signature> = {
  item: 'claim_stands',
  asks: 'The claim was not merged into another.',
  demand: ({ facts }) => demandUnmerged(demandAccepted(facts.claim)),
};

const CLAIM_RATEABLE: Guard<Signature> = {
  item: 'claim_rateable',
  asks: 'The claim can still be rated.',
  demand: ({ facts }) => demandRateable(demandAccepted(facts.claim)),
};

const EVIDENCE_INTACT: Guard<Signature> = {
  item: 'evidence_intact',
  asks: 'The stored copy of everything cited is still what was archived.',
  demand: ({ facts }, state) => demandIntact(citedIn(state), facts.evidence),
};

const EVIDENCE_ARCHIVED = {
  item: 'evidence_archived',
  asks: 'Everything cited is archived, or somebody has taken note that it cannot be.',
  waivedAs: { rule: 'archive', code: 'check/evidence-not-archived' },
} as const;

const citedIn = (state: CheckState): readonly string[] => evidenceIdsOf(state, openDraftOf(state).citedLinkIds);

/** What an approval asks, in the order in which it refuses. */
export const APPROVAL: readonly Guard<Approval>[] = [
  { item: 'draft', asks: 'There is an open draft.', demand: (_, state) => void openDraftOf(state) },
  {
    item: 'unchanged',
    asks: 'The draft is the one that was read, and the claim is as it was when that was written.',
    demand: ({ data, facts }, state) => demandSame(openDraftOf(state), data, demandAccepted(facts.claim)),
  },
  TOOK_NO_PART,
  IMPARTIAL,
  CLAIM_STANDS,
  CLAIM_RATEABLE,
  {
    item: 'claim_dated',
    asks: 'Somebody has looked for when the claim was made.',
    demand: ({ facts }) => demandDated(demandAccepted(facts.claim)),
  },
  {
    item: 'reply_windows_closed',
    asks: 'Nobody who was asked may still answer in time.',
    demand: (_, state) => demandWindowsClosed(state),
  },
  {
    item: 'claimant_asked',
    asks: 'Where the finding weighs on the claimant, he was asked.',
    waivedAs: { rule: 'reply', code: 'check/reply-missing' },
    demand: ({ data }, state) => demandClaimantAsked(openDraftOf(state), data.waivers, state),
  },
  {
    item: 'replies_considered',
    asks: 'Every reply that has come in is named as considered, and no other.',
    demand: ({ data: { consideredReplyIds } }, state) => {
      demandConsidered(consideredReplyIds, state);
      demandReceived(consideredReplyIds, state);
    },
  },
  {
    item: 'sources',
    asks: 'Enough independent sources carry the finding.',
    waivedAs: { rule: 'sources', code: 'check/too-few-sources' },
    demand: ({ data: { waivers } }, state) => {
      const { minIndependent } = rulesOf(state).sources;
      if (!isWaived('sources', waivers)) demandSources(decidedOf(state).outcome, state.links, minIndependent);
    },
  },
  EVIDENCE_INTACT,
  {
    ...EVIDENCE_ARCHIVED,
    demand: ({ data: { waivers }, facts }, state) => {
      if (!isWaived('archive', waivers)) demandArchived(citedIn(state), facts.evidence);
    },
  },
  {
    item: 'waivers_accepted',
    asks: 'Each waiver has a reason that the policy accepts.',
    demand: ({ data: { waivers } }, state) => demandAllowed(waivers, rulesOf(state).waivers),
  },
];

/** What is asked of the member who publishes. A schedule was signed when it was made. */
const PUBLISHER: readonly Guard<Publication>[] = [
  TOOK_NO_PART,
  IMPARTIAL,
  {
    item: 'unscheduled',
    asks: 'No schedule stands by which it will be published.',
    demand: (_, state) => demandUnscheduled(state),
  },
];

/** What is asked again of what was approved, whoever publishes it. */
export const APPROVED: readonly Guard<Publication>[] = [
  CLAIM_STANDS,
  CLAIM_RATEABLE,
  {
    item: 'unchanged',
    asks: 'The version is the one that was approved, and its claim is as it was then.',
    demand: ({ data, facts }, state) => demandSameClaim(openDraftOf(state), data, demandAccepted(facts.claim)),
  },
  EVIDENCE_INTACT,
  {
    item: EVIDENCE_ARCHIVED.item,
    asks: EVIDENCE_ARCHIVED.asks,
    demand: ({ facts }, state) => {
      if (!approvalOf(openDraftOf(state)).waived.includes('archive')) demandArchived(citedIn(state), facts.evidence);
    },
  },
  {
    item: 'replies_considered',
    asks: 'No reply has come in since the approval.',
    demand: (_, state) => demandConsidered(approvalOf(openDraftOf(state)).consideredReplyIds, state),
  },
];

/** What a member’s publication asks, in the order in which it refuses. */
export const PUBLICATION: readonly Guard<Publication>[] = [...PUBLISHER, ...APPROVED];
