import type { ClaimIds } from './intake.js';

/** The evidence of C4 and its links, and the replies that were asked for. */
export type Findings = {
  /** By the names of their sources. */
  readonly evidenceIds: ReadonlyMap<string, string>;
  readonly linkIds: readonly string[];
  readonly councilReplyId: string;
  readonly publisherReplyId: string;
};

/** The case of C4, and where it came from. */
export type DemoCase = Findings & {
  readonly submissionId: string;
  readonly claims: ClaimIds;
  readonly checkId: string;
};
