export { FINDINGS, SEVERITIES } from './domain/finding.js';
export type { Finding, Severity } from './domain/finding.js';
export type { Calendar, EscalationMark, PinnedPolicy, PolicyRules, TimeRules } from './domain/policy.js';
export type { Label, Pin, PinnedScale } from './domain/scale.js';
