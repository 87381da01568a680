import type { Actor, Role } from '#kernel';
import { mayReadMember, mayReadMembers, seesEmail } from './readers.js';

const member = (id: string, ...roles: readonly Role[]): Actor => ({ kind: 'member', id, roles });
const refused = { allowed: false, code: 'desk/role-missing' };

describe('who may see the members of a desk', () => {
  it.each<[Role, boolean]>([
    ['editor', true],
    ['approver', true],
    ['admin', true],
    ['reviewer', false],
    ['auditor', false],
  ])('%s: %s', (role, may) => {
    expect(mayReadMembers(member('ana', role))).toEqual(may ? { allowed: true, as: role } : refused);
    expect(mayReadMember(member('ana', role), 'ben')).toEqual(may ? { allowed: true, as: role } : refused);
  });

  it('is no service', () => {
    expect(mayReadMembers({ kind: 'service', id: 'service:operator', roles: [] })).toEqual({
      allowed: false,
      code: 'desk/service-forbidden',
    });
  });
});

describe('a member', () => {
  it('sees himself, whatever his roles', () => {
    expect(mayReadMember(member('ben'), 'ben')).toEqual({ allowed: true, as: 'member' });
    expect(seesEmail(member('ben'), 'ben')).toBe(true);
  });
  it('has an address that admins see, and editors do not', () => {
    expect(seesEmail(member('hal', 'admin'), 'ben')).toBe(true);
    expect(seesEmail(member('ana', 'editor'), 'ben')).toBe(false);
  });
});
