import { EDITORIAL } from '#kernel';
import type { Actor, Answer, Role } from '#kernel';

type SubmissionQuery = 'GetTriageQueue' | 'GetSubmission' | 'contact';

const READERS: { readonly [Name in SubmissionQuery]: readonly Role[] } = {
  GetTriageQueue: ['editor', 'approver'],
  GetSubmission: [...EDITORIAL, 'auditor'],
  contact: ['editor'],
};

/** Who may see what of submissions. How to reach an outsider is for those who write to him. */
export const mayReadSubmissions = (query: SubmissionQuery, { kind, roles }: Actor): Answer => {
  if (kind === 'service') return { allowed: false, code: 'desk/service-forbidden' };
  const role = READERS[query].find((one) => roles.includes(one));
  return role === undefined ? { allowed: false, code: 'desk/role-missing' } : { allowed: true, as: role };
};
