import type { EvidencePart } from '../../domain/visible.js';
import type { ArchiveRun } from './evidence-page.answer.js';

/** Each attempt to get a copy, as far as it is seen: what is recorded before the next one begins, came of it. */
export const runsIn = (parts: readonly EvidencePart[]): ArchiveRun[] =>
  parts.reduce<ArchiveRun[]>((runs, part) => {
    const begun = begunBy(part, runs.length + 1);
    if (begun !== undefined) return [...runs, begun];
    const run = runs.at(-1);
    return run === undefined ? runs : [...runs.slice(0, -1), { ...run, ...outcomeIn(part) }];
  }, []);

const begunBy = ({ type, actor, recordedAt }: EvidencePart, archiveRun: number): ArchiveRun | undefined =>
  type === 'EvidenceCaptured' || type === 'EvidenceArchiveRequested'
    ? { archiveRun, begunBy: actor.id, begunAt: recordedAt }
    : undefined;

const outcomeIn = (part: EvidencePart): Partial<ArchiveRun> => {
  if (part.type === 'EvidenceArchived') return { copy: copyIn(part) };
  if (part.type === 'EvidenceArchiveFailed') return { failure: failureIn(part) };
  if (part.type !== 'EvidenceArchiveFailureAcknowledged') return {};
  const { actor, recordedAt, data } = part;
  return { acknowledged: { reason: data.reason, acknowledgedBy: actor.id, acknowledgedAt: recordedAt } };
};

/** Where the desk keeps it is nobody's business. */
const copyIn = ({ data, recordedAt }: EvidencePart<'EvidenceArchived'>): ArchiveRun['copy'] => {
  const { storageKey: _, archiveRun = 0, ...copy } = data;
  return { archiveRun, ...copy, archivedAt: recordedAt };
};

const failureIn = ({ data, recordedAt }: EvidencePart<'EvidenceArchiveFailed'>): ArchiveRun['failure'] => {
  const { archiveRun = 0, attempts = 0, code, detail } = data;
  return { archiveRun, attempts, code, detail, failedAt: recordedAt };
};
