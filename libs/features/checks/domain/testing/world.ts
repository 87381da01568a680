import type { ClaimFacts } from '#features/claims';
import type { EvidenceFacts } from '#features/evidence';
import { DEFAULT_RULES, FIVE_STEP, completeRules } from '#features/standards';
import type { PartialRules, PinnedPolicy, PinnedScale } from '#features/standards';

/** A Monday, ten o'clock: the calendar of the default policy is open. */
export const NOW = '2026-11-23T10:00:00.000Z';
export const TODAY = '2026-11-23';

export const fiveStep: PinnedScale = { scaleId: FIVE_STEP.id, version: 1, labels: FIVE_STEP.labels };

export const policyWith = (rules: PartialRules = {}): PinnedPolicy => ({
  policyId: 'default',
  version: 1,
  rules: completeRules(rules),
});

export const policy: PinnedPolicy = { policyId: 'default', version: 1, rules: DEFAULT_RULES };

/** Kirby's words of the acceptance scenario, registered, proposed and accepted by Ana. */
export const claim: ClaimFacts = {
  claimId: 'c4',
  revision: 1,
  status: 'accepted',
  text: 'North Korea covertly supplies Russia with a significant number of artillery shells',
  language: 'en',
  checkability: 'factual',
  severity: 'medium',
  topics: [],
  claimant: { key: 'person:john-kirby', name: 'John Kirby', kind: 'person' },
  partyKeys: ['person:john-kirby'],
  statedOn: { from: '2022-11-02', to: '2022-11-02', precision: 'day', basis: 'White House briefing' },
  registeredBy: 'ana',
  proposedBy: 'ana',
  acceptedBy: 'ana',
};

export const evidence = (
  evidenceId: string,
  originGroup: string,
  status: EvidenceFacts['status'] = 'archived',
): EvidenceFacts => ({ evidenceId, originGroup, status });

export const e1 = evidence('e1', 'dprk-government');
export const e2 = evidence('e2', 'us-government');
