import type { Actor, Role } from '#kernel';
import { ROLES } from '#kernel';
import { mayAccess } from './access.js';

const whoMay = (act: 'GetEvidence' | 'GiveFile'): readonly Role[] =>
  ROLES.filter((role) => mayAccess(act, { kind: 'member', id: 'ana', roles: [role] }).allowed);

describe('what is no command', () => {
  it('is open to some roles', () => {
    expect(whoMay('GetEvidence')).toEqual(['editor', 'reviewer', 'approver', 'auditor']);
    expect(whoMay('GiveFile')).toEqual(['editor', 'reviewer', 'approver']);
  });

  it('is refused to others by the names of the rules', () => {
    const service: Actor = { kind: 'service', id: 'service:feed', roles: [] };
    expect(mayAccess('GiveFile', service)).toEqual({ allowed: false, code: 'desk/service-forbidden' });
    expect(mayAccess('GetEvidence', { kind: 'member', id: 'hal', roles: ['admin'] })).toEqual({
      allowed: false,
      code: 'desk/role-missing',
    });
  });
});
