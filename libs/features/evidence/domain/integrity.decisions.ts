import type { Phase } from '#kernel';
import { wallTimeAfter } from '#features/standards';
import type { RecordIntegrity, RecordSourceState } from './evidence.commands.js';
import type {
  EvidenceDrifted,
  EvidenceIntegrityBroken,
  EvidenceIntegrityVerified,
  EvidenceSourceBack,
  EvidenceSourceGone,
} from './evidence.events.js';
import { capturedIn, changed } from './evidence.state.js';
import type { EvidenceState } from './evidence.state.js';
import type { EvidenceStatus } from './evidence.status.js';

/** Whether the copy is still what it was, and the source still what was copied. */
export const integrity: Phase<
  EvidenceState,
  EvidenceStatus,
  RecordIntegrity | RecordSourceState,
  EvidenceIntegrityVerified | EvidenceIntegrityBroken | EvidenceDrifted | EvidenceSourceGone | EvidenceSourceBack
> = {
  rules: {
    RecordIntegrity: {
      by: ['service'],
      from: ['archived'],
      decide: ({ data: { sha256 }, facts: { verifyEvery, verifiedAt }, at }, state) => {
        const { sha256: expected = '' } = capturedIn(state);
        if (sha256 !== expected) return [{ type: 'EvidenceIntegrityBroken', data: { expected, found: sha256 } }];
        const isDue = verifiedAt === undefined || wallTimeAfter(verifiedAt, verifyEvery) < at;
        return isDue ? [{ type: 'EvidenceIntegrityVerified', data: { sha256 } }] : [];
      },
    },

    /** What is known already is not recorded again. */
    RecordSourceState: {
      by: ['service'],
      from: ['archived', 'acknowledged'],
      decide: ({ data: { state: found, ...data } }, state) => {
        const { isGone, drift } = capturedIn(state);
        if (found === 'same') return isGone ? [{ type: 'EvidenceSourceBack', data: {} }] : [];
        if (found === 'gone') return isGone ? [] : [{ type: 'EvidenceSourceGone', data: { state: found, ...data } }];
        const isKnown = !isGone && drift !== undefined && drift.sha256 === data.sha256;
        return isKnown ? [] : [{ type: 'EvidenceDrifted', data: { state: found, ...data } }];
      },
    },
  },

  evolve: {
    EvidenceIntegrityVerified: (state) => state,
    EvidenceIntegrityBroken: (state) => changed(state, { status: 'broken' }),
    EvidenceDrifted: (state, { data: { sha256 } }) => changed(state, { drift: { sha256 }, isGone: false }),
    EvidenceSourceGone: (state) => changed(state, { isGone: true }),
    EvidenceSourceBack: (state) => changed(state, { isGone: false }),
  },
};
