import { policyOf } from '../../domain/check.state.js';
import type { CheckState } from '../../domain/check.state.js';
import { standsIn } from '../../domain/stage.js';
import { ofType } from '../of-type.js';
import { liveVersionIn } from '../rated-version.js';
import { assignmentsIn } from './assignments.fold.js';
import type { CheckPage } from './check-page.answer.js';
import { evidenceSetsIn, linksIn, sourcesOf } from './links.fold.js';
import { concernsIn, notesIn } from './notes.fold.js';
import { questionsIn } from './questions.fold.js';
import { repliesIn } from './replies.fold.js';
import { roundsIn } from './rounds.fold.js';
import type { Seen } from './seen.js';
import { schedulesIn } from './schedules.fold.js';
import { draftsIn, versionsIn } from './verdict.fold.js';

/** What the stream of the check says, before its clocks, its claim, its sources and the viewer's rights are added. */
export type CheckItself = Omit<CheckPage, 'version' | 'stageClock' | 'caseClock' | 'claim' | 'source' | 'can' | 'gate'>;

type EvidenceOf = (evidenceId: string) => CheckPage['links'][number]['evidence'];

/** `undefined`: there is no such check. */
export const checkIn = (seen: Seen, state: CheckState, evidenceOf: EvidenceOf): CheckItself | undefined => {
  const { whole, links } = seen;
  const opened = ofType(whole, 'CheckOpened')[0];
  const entered = ofType(whole, 'StageEntered').at(-1);
  if (opened === undefined || entered === undefined) return undefined;
  const { severity, cycle } = state;
  const { policyId, version } = policyOf(state);
  return {
    checkId: opened.id,
    stage: entered.data.stage,
    stageNo: entered.data.no,
    cycle,
    severity,
    policy: { id: policyId, version },
    openedAt: opened.recordedAt,
    rest: restIn(whole, state),
    assignments: assignmentsIn(seen, state),
    evidenceSet: state.evidenceSet,
    evidenceSets: evidenceSetsIn(links),
    links: linksIn(links, evidenceOf),
    sources: sourcesOf(state),
    questions: questionsIn(whole),
    replies: repliesIn(whole, state),
    submissions: submissionsIn(seen),
    rounds: roundsIn(seen),
    drafts: draftsIn(whole),
    schedules: schedulesIn(whole, state),
    versions: versionsIn(whole),
    live: liveVersionIn(whole),
    notes: notesIn(whole),
    concerns: concernsIn(whole, state),
  };
};

/** Why it is left alone, while it is. */
const restIn = (whole: Seen['whole'], state: CheckState): CheckPage['rest'] => {
  if (!standsIn(state, ['shelved', 'withdrawn'])) return undefined;
  const left = whole.findLast((event) => event.type === 'CheckShelved' || event.type === 'CheckWithdrawn');
  if (left === undefined) return undefined;
  const { code, note, from } = left.data;
  return { code, note, from, by: left.actor.id, at: left.recordedAt };
};

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
