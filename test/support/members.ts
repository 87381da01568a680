import { v7 } from 'uuid';
import type { Admin, TestApi } from './api.js';

/** Makes an invited member active, as himself. */
export const activate = (api: TestApi, memberId: string, token: string) =>
  api.post(`/v1/members/${memberId}/activate-member`, {}, { token });

/** The token of a new and active member with this role. */
export const memberOf = async (api: TestApi, { deskId, token }: Admin, role: string): Promise<string> => {
  const memberId = v7();
  await api.post(`/v1/members/${memberId}/invite-member`, { name: role, email: `${memberId}@desk.example` }, { token });
  await api.post(`/v1/members/${memberId}/grant-role`, { role }, { token });
  const own = await api.tokenOf(deskId, memberId);
  await activate(api, memberId, own);
  return own;
};
