import type { Recorded } from '#kernel';
import type { CheckEvent, DueDateSet, StageEntered } from '../../domain/check.events.js';
import type { CheckState } from '../../domain/check.state.js';
import { ofType } from '../of-type.js';
import { liveVersionIn } from '../rated-version.js';
import type { CheckClock, CheckPage } from './check-page.answer.js';
import { roundsIn } from './rounds.fold.js';
import type { Seen } from './seen.js';
import { draftsIn, versionsIn } from './verdict.fold.js';

/** What the stream of the check says, before its claim, its sources and the viewer's rights are added. */
export type CheckItself = Omit<CheckPage, 'version' | 'claim' | 'source' | 'can'>;

type EvidenceOf = (evidenceId: string) => CheckPage['links'][number]['evidence'];

/** `undefined`: there is no such check. */
export const checkIn = (seen: Seen, state: CheckState, evidenceOf: EvidenceOf): CheckItself | undefined => {
  const { whole } = seen;
  const opened = ofType(whole, 'CheckOpened')[0];
  const entered = ofType(whole, 'StageEntered').at(-1);
  if (opened === undefined || entered === undefined) return undefined;
  const { severity, cycle, policy } = opened.data;
  const links = ofType(whole, 'EvidenceLinked');
  return {
    checkId: opened.id,
    stage: entered.data.stage,
    stageNo: entered.data.no,
    cycle,
    severity,
    policy: { id: policy.policyId, version: policy.version },
    openedAt: opened.recordedAt,
    stageClock: clockOf(entered.data),
    caseClock: caseClockIn(whole),
    assignments: assignmentsIn(whole, state),
    evidenceSet: links.at(-1)?.data.evidenceSet ?? 0,
    links: links.map(({ data: { by, ...link } }) => ({ ...link, linkedBy: by, evidence: evidenceOf(link.evidenceId) })),
    submissions: submissionsIn(seen),
    rounds: roundsIn(seen),
    drafts: draftsIn(whole),
    versions: versionsIn(whole),
    live: liveVersionIn(whole),
  };
};

const clockOf = ({ dueAt, marks }: StageEntered['data'] | DueDateSet['data']): CheckClock | undefined =>
  dueAt === undefined ? undefined : { dueAt, marks: [...marks] };

/** It ends when the verdict is published. */
const caseClockIn = (events: readonly Recorded<CheckEvent>[]): CheckClock | undefined => {
  const set = ofType(events, 'DueDateSet').at(-1);
  const hasEnded = ofType(events, 'VerdictPublished').some(({ version }) => version > (set?.version ?? 0));
  return set === undefined || hasEnded ? undefined : clockOf(set.data);
};

/** As the rules count them, with what the offers said. */
const assignmentsIn = (
  events: readonly Recorded<CheckEvent>[],
  { assignments }: CheckState,
): CheckPage['assignments'] =>
  ofType(events, 'AssignmentOffered').flatMap(({ data: { assignmentId, note }, recordedAt }) =>
    assignments
      .filter((one) => one.assignmentId === assignmentId)
      .map((one) => ({ ...one, note, offeredAt: recordedAt })),
  );

const submissionsIn = ({ whole, parts }: Seen): CheckPage['submissions'] => {
  const open = ofType(whole, 'CheckSubmittedForReview').map(({ data, recordedAt }) => ({
    evidenceSet: data.evidenceSet,
    claimRevision: data.claimRevision,
    submittedAt: recordedAt,
    proposal: data.proposal,
  }));
  const sealed = parts
    .filter((part) => part.type === 'CheckSubmittedForReview')
    .flatMap(({ data: { evidenceSet, claimRevision }, recordedAt }) =>
      evidenceSet === undefined || claimRevision === undefined || recordedAt === undefined
        ? []
        : [{ evidenceSet, claimRevision, submittedAt: recordedAt }],
    );
  return [...open, ...sealed].toSorted((one, other) => one.evidenceSet - other.evidenceSet);
};
