import { v7 } from 'uuid';
import type { Admin, TestApi } from './api.js';

/** Makes an invited member active, as himself. */
export const activate = (api: TestApi, memberId: string, token: string) =>
  api.post(`/v1/members/${memberId}/activate-member`, {}, { token });

export type Joined = { readonly memberId: string; readonly token: string };

/** A new and active member with these roles. */
export const join = async (api: TestApi, { deskId, token }: Admin, ...roles: readonly string[]): Promise<Joined> => {
  const memberId = v7();
  const name = roles.join(' and ') || 'nobody yet';
  await api.post(`/v1/members/${memberId}/invite-member`, { name, email: `${memberId}@desk.example` }, { token });
  for (const role of roles) await api.post(`/v1/members/${memberId}/grant-role`, { role }, { token });
  const own = await api.tokenOf(deskId, memberId);
  await activate(api, memberId, own);
  return { memberId, token: own };
};

/** The token of a new and active member with this role. */
export const memberOf = async (api: TestApi, admin: Admin, role: string): Promise<string> =>
  (await join(api, admin, role)).token;
