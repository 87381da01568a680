// Who may read what, written down from the newsroom's rules and apart from the features.

const EDITORIAL = ['editor', 'reviewer', 'approver'] as const;
const EVERY_ROLE = [...EDITORIAL, 'auditor', 'admin'] as const;

export type Reader = (typeof EVERY_ROLE)[number];

type Readers = {
  readonly roles: readonly Reader[];
  /**
   * `colleague`: with an editorial role, who holds a capacity on the check; `ruler`: who reviews in its round, or breaks
   * its tie; `himself`: the member it is about; `anybody`.
   */
  readonly also?: 'colleague' | 'ruler' | 'himself' | 'anybody';
};

export const READERS: Readonly<Record<string, Readers>> = {
  '/v1/submissions': { roles: ['editor', 'approver'] },
  '/v1/submissions/{submissionId}': { roles: [...EDITORIAL, 'auditor'] },
  '/v1/submissions/{submissionId}/timeline': { roles: [...EDITORIAL, 'auditor'] },
  '/v1/claims': { roles: EVERY_ROLE },
  '/v1/claims/{claimId}': { roles: EVERY_ROLE },
  '/v1/claims/{claimId}/timeline': { roles: EVERY_ROLE },
  '/v1/checks': { roles: ['editor', 'approver'] },
  '/v1/checks/{checkId}': { roles: ['editor', 'approver'], also: 'colleague' },
  '/v1/checks/{checkId}/ruling-desk': { roles: [], also: 'ruler' },
  '/v1/checks/{checkId}/timeline': { roles: ['editor', 'approver', 'auditor'], also: 'colleague' },
  '/v1/checks/{checkId}/assignee-suggestions?capacity=researcher': { roles: ['editor', 'approver'] },
  '/v1/checks/{checkId}/as-of?asOf=2022-11-10T12:00:00.000Z': { roles: ['editor', 'approver', 'auditor'] },
  '/v1/approvals': { roles: ['approver'] },
  '/v1/my-work': { roles: EDITORIAL },
  '/v1/workload': { roles: ['editor', 'approver'] },
  '/v1/evidence': { roles: [...EDITORIAL, 'auditor'] },
  '/v1/evidence/{evidenceId}': { roles: [...EDITORIAL, 'auditor'] },
  '/v1/evidence/{evidenceId}/use': { roles: [...EDITORIAL, 'auditor'] },
  '/v1/evidence/{evidenceId}/timeline': { roles: [...EDITORIAL, 'auditor'] },
  '/v1/scales': { roles: [], also: 'anybody' },
  '/v1/scales/{scaleId}': { roles: [], also: 'anybody' },
  '/v1/scales/{scaleId}/timeline': { roles: [], also: 'anybody' },
  '/v1/policies': { roles: [], also: 'anybody' },
  '/v1/policies/{policyId}': { roles: [], also: 'anybody' },
  '/v1/policies/{policyId}/timeline': { roles: [], also: 'anybody' },
  '/v1/members': { roles: ['editor', 'approver', 'admin'] },
  '/v1/members/me': { roles: [], also: 'anybody' },
  '/v1/members/{memberId}': { roles: ['editor', 'approver', 'admin'], also: 'himself' },
  '/v1/members/{memberId}/timeline': { roles: ['editor', 'approver', 'admin', 'auditor'], also: 'himself' },
};
