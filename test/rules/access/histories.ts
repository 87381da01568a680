import type { AnyEvent } from '#kernel';
import { EXAMPLES } from '../../../apps/api/src/documents/examples.js';
import { sampleEvent as event } from '../../support/samples.js';
import { ME, OTHER } from './people.js';
import type { Relation } from './people.js';
import type { Category } from './places.js';

type Data = Readonly<Record<string, unknown>>;

const given = (command: string, field: string): unknown => (EXAMPLES[command] as Data)[field];

/** What happened to a stream until it stood there, so that the sender stands to it like that. */
export const historyOf = (category: Category, place: string, relation: Relation): readonly AnyEvent[] =>
  place === 'absent' ? [] : HISTORIES[category](place, relation);

const HISTORIES: Readonly<Record<Category, (place: string, relation: Relation) => readonly AnyEvent[]>> = {
  member: (place) => [
    event('MemberInvited'),
    event('MemberProfileRecorded'),
    ...(place === 'invited' ? [] : [event('MemberActivated')]),
    ...(place === 'suspended' ? [event('MemberSuspended')] : []),
    ...(place === 'departed' ? [event('MemberDeparted')] : []),
  ],
  scale: (place) => [
    event('ScaleDefined'),
    ...(place === 'defined' ? [] : [event('ScaleVersionDrafted', { version: 1, draftedBy: OTHER })]),
    ...(place === 'in_force' ? [event('ScaleVersionPublished', { version: 1 })] : []),
  ],
  policy: (place) => [
    event('PolicyDefined'),
    ...(place === 'defined' ? [] : [event('PolicyVersionDrafted', { version: 1, draftedBy: OTHER })]),
    ...(place === 'in_force' ? [event('PolicyVersionActivated', { version: 1 })] : []),
  ],
  submission: (place) => [
    event('SubmissionRegistered', { kind: 'article', revision: 1 }),
    event('SubmissionContactRecorded'),
    ...({
      triaged: [event('SubmissionTriaged')],
      declined: [event('SubmissionDeclined')],
      duplicate: [event('SubmissionMarkedDuplicate')],
    }[place] ?? []),
  ],
  claim: (place) => [
    event('ClaimProposed', { by: OTHER, registeredBy: OTHER }),
    ...(place === 'rejected' ? [event('ClaimProposalRejected')] : []),
    ...(['accepted', 'merged'].includes(place) ? [event('ClaimAccepted', { by: OTHER })] : []),
    ...(place === 'merged' ? [event('ClaimMerged')] : []),
  ],
  evidence: (place) => [
    event('EvidenceCaptured', { archiveRun: 1 }),
    ...(['archived', 'broken'].includes(place) ? [event('EvidenceArchived', { archiveRun: 1 })] : []),
    ...(['failed', 'acknowledged'].includes(place) ? [event('EvidenceArchiveFailed', { archiveRun: 1 })] : []),
    ...(place === 'acknowledged' ? [event('EvidenceArchiveFailureAcknowledged')] : []),
    ...(place === 'broken' ? [event('EvidenceIntegrityBroken')] : []),
  ],
  check: (place, relation) => [
    event('CheckOpened'),
    ...assigned(relation),
    event('EvidenceLinked', { by: OTHER }),
    event('ReviewRoundOpened', { round: 1, reviewers: [OTHER, ...(relation === 'holds reviewer' ? [ME] : [])] }),
    ...ruled(relation),
    event('RulingsRevealed', { round: 1, rulings: [] }),
    event('RoundDecided', { round: 1, dissenting: [] }),
    event('VerdictDrafted', { versionNo: 1, draftNo: 1, by: OTHER }),
    ...(['published', 'voided'].includes(place)
      ? [
          event('VerdictApproved', { versionNo: 1, draftNo: 1, approverId: OTHER }),
          event('VerdictPublished', { versionNo: 1, draftNo: 1 }),
          ...assigned(relation),
        ]
      : []),
    event('StageEntered', { no: 2, run: 1, stage: place, left: undefined }),
  ],
};

/** The assignment that the documented commands name: his own, that of somebody else, or an offer. */
const assigned = (relation: Relation): readonly AnyEvent[] => {
  const [status, capacity = 'approver'] = relation.split(' ');
  const [memberId, assignmentId] = [relation === 'stranger' ? OTHER : ME, given('AcceptAssignment', 'assignmentId')];
  const offered = event('AssignmentOffered', { assignmentId, memberId, capacity });
  return status === 'holds' ? [offered, event('AssignmentAccepted', { assignmentId, memberId, capacity })] : [offered];
};

/** A reviewer has the ruling that he amends. */
const ruled = (relation: Relation): readonly AnyEvent[] =>
  relation === 'holds reviewer'
    ? [event('RulingSubmitted', { rulingId: given('AmendRuling', 'rulingId'), round: 1, entry: 1, reviewerId: ME })]
    : [];
