import { flagsWhere } from '../../domain/evidence.flags.js';
import type { Sight } from '../../domain/visible.js';
import type { EvidenceLine } from './evidence.answer.js';
import type { EvidenceRow } from './evidence.table.js';

/** One line of the list, for somebody who sees so much of the evidence. */
export const lineOf = (row: Readonly<EvidenceRow>, sight: Sight): EvidenceLine => {
  const { evidenceId, originGroup, status, capturedBy, capturedAt, sha256 } = row;
  const flags = flagsWhere({ ...row, broken: status === 'broken' });
  return {
    evidenceId,
    ...(sight === 'whole' && contentOf(row)),
    originGroup,
    status,
    ...(sight !== 'existence' && sha256 !== null && { sha256 }),
    flags,
    capturedBy,
    capturedAt,
  };
};

const contentOf = ({ kind, title, url, publisher }: Readonly<EvidenceRow>): Partial<EvidenceLine> => ({
  kind,
  title,
  ...(url !== null && { url }),
  ...(publisher !== null && { publisher }),
});
