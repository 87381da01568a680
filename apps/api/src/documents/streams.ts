import { schemaVersionOf } from '#kernel';
import type { AnyStream } from '#kernel';
import { checkStream } from '#features/checks';
import { claimStream, submissionStream } from '#features/claims';
import { evidenceStream } from '#features/evidence';
import { memberStream } from '#features/members';
import { policyStream, scaleStream } from '#features/standards';

type Rule = {
  readonly by: readonly string[];
  readonly from: readonly string[];
  readonly fromFor?: unknown;
  readonly versioned?: true;
};
type Tables = { readonly rules: Readonly<Record<string, Rule>>; readonly evolve: Readonly<Record<string, unknown>> };

const STREAMS: readonly (AnyStream & { readonly decider: Tables })[] = [
  memberStream,
  scaleStream,
  policyStream,
  submissionStream,
  claimStream,
  evidenceStream,
  checkStream,
];

/** One row of the rules: who may ask, from where. */
export type CommandRow = {
  readonly type: string;
  readonly by: readonly string[];
  readonly from: readonly string[];
  /** What the command names may narrow it: the capacity of an offer. */
  readonly isNarrowed: boolean;
  readonly isVersioned: boolean;
};

export type EventRow = { readonly type: string; readonly schemaVersion: number };

/** One kind of stream, as the documents tell of it. */
export type StreamRows = {
  readonly category: string;
  readonly commands: readonly CommandRow[];
  readonly events: readonly EventRow[];
};

/** Every stream, from the tables that decide. */
export const streamRows = (): readonly StreamRows[] =>
  STREAMS.map(({ decider: { category, rules, evolve }, upcasters }) => ({
    category,
    commands: Object.entries(rules).map(([type, { by, from, fromFor, versioned }]) => ({
      type,
      by,
      from,
      isNarrowed: fromFor !== undefined,
      isVersioned: versioned ?? false,
    })),
    events: Object.keys(evolve).map((type) => ({ type, schemaVersion: schemaVersionOf(upcasters, type) })),
  }));

/** The last part of the route of a command: `submit-ruling` for `SubmitRuling`. */
export const verbOf = (type: string): string =>
  type.replace(/[A-Z]/g, (letter, place: number) => (place === 0 ? '' : '-') + letter.toLowerCase());
