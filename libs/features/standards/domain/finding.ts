/** What a ruling says on the axis that all desks share, whatever their labels are called. */
export const FINDINGS = [
  'supported',
  'mostly_supported',
  'mixed',
  'mostly_refuted',
  'refuted',
  'misleading_context',
  'outdated',
  'satire',
  'insufficient_evidence',
  'conflicting_evidence',
  'not_checkable',
] as const;

export type Finding = (typeof FINDINGS)[number];

export const SEVERITIES = ['low', 'medium', 'high', 'critical'] as const;

/** How much harm a false claim does: it sets the quorum. */
export type Severity = (typeof SEVERITIES)[number];
