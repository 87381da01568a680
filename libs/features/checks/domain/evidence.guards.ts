import type { EvidenceFacts, EvidenceStatus } from '#features/evidence';
import { evidenceNotArchived } from './research.errors.js';
import { evidenceBroken } from './verdict.errors.js';

/** Each of them is stored, or somebody has taken note that it cannot be. */
export const demandArchived = (evidenceIds: readonly string[], evidence: readonly EvidenceFacts[]): void => {
  const open = evidenceIds.filter((id) => !isKept(statusOf(id, evidence)));
  if (open.length > 0) throw evidenceNotArchived(open);
};

export const demandIntact = (evidenceIds: readonly string[], evidence: readonly EvidenceFacts[]): void => {
  const broken = evidenceIds.filter((id) => statusOf(id, evidence) === 'broken');
  if (broken.length > 0) throw evidenceBroken(broken);
};

const statusOf = (id: string, evidence: readonly EvidenceFacts[]): EvidenceStatus | undefined =>
  evidence.find(({ evidenceId }) => evidenceId === id)?.status;

const isKept = (status: EvidenceStatus | undefined): boolean => status === 'archived' || status === 'acknowledged';
