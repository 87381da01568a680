import {
  changeProfileBody,
  eraseProfileBody,
  revokeRoleBody,
  setSkillsBody,
  suspendMemberBody,
} from './members.bodies.js';

const takes = (body: { safeParse(data: unknown): { success: boolean } }, data: unknown): boolean =>
  body.safeParse(data).success;

describe('the bodies of members’ commands', () => {
  it('take skills as language tags and keys, none of them too', () => {
    expect(takes(setSkillsBody, { languages: ['en', 'pt-BR'], topics: ['war', 'org:kcna'] })).toBe(true);
    expect(takes(setSkillsBody, { languages: [], topics: [] })).toBe(true);
    expect(takes(setSkillsBody, { languages: ['not a language'], topics: [] })).toBe(false);
    expect(takes(setSkillsBody, { languages: ['en'], topics: ['War and Peace'] })).toBe(false);
    expect(takes(setSkillsBody, { languages: ['en'] })).toBe(false);
  });
  it('want a reason in at least ten characters for what others do to a member', () => {
    expect(takes(suspendMemberBody, { reason: 'Ten letter' })).toBe(true);
    expect(takes(suspendMemberBody, { reason: 'Too short' })).toBe(false);
    expect(takes(revokeRoleBody, { role: 'editor', reason: 'Ten letter' })).toBe(true);
    expect(takes(revokeRoleBody, { role: 'owner', reason: 'Ten letter' })).toBe(false);
  });
  it('want a ground of at most 200 characters for erasing', () => {
    expect(takes(eraseProfileBody, { ground: 'x'.repeat(200) })).toBe(true);
    expect(takes(eraseProfileBody, { ground: 'x'.repeat(201) })).toBe(false);
    expect(takes(eraseProfileBody, { ground: ' ' })).toBe(false);
  });
  it('refuse what they do not know', () => {
    expect(takes(changeProfileBody, { name: 'Ben', email: 'ben@desk.example' })).toBe(true);
    expect(takes(changeProfileBody, { name: 'Ben', email: 'ben@desk.example', roles: ['admin'] })).toBe(false);
  });
});
