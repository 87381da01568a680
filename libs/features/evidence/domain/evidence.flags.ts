import type { EvidenceState } from './evidence.state.js';

export const EVIDENCE_FLAGS = ['drifted', 'gone', 'broken', 'restricted'] as const;

/** What people should know before they rely on it: of its source, of the desk's copy, of who may see it. */
export type EvidenceFlag = (typeof EVIDENCE_FLAGS)[number];

export const flagsOf = (state: EvidenceState): EvidenceFlag[] =>
  state.status === 'absent'
    ? []
    : flagsWhere({
        drifted: state.drift !== undefined,
        gone: state.isGone,
        broken: state.status === 'broken',
        restricted: state.restrictedTo !== undefined,
      });

/** In the order in which they are named. */
export const flagsWhere = (holds: { readonly [Flag in EvidenceFlag]: boolean }): EvidenceFlag[] =>
  EVIDENCE_FLAGS.filter((flag) => holds[flag]);
