import { readSettings } from '#platform/config';
import { TokenStore } from '#platform/sessions';
import { makeDesk } from '../../apps/docket/src/desk/make-desk.js';
import type { NewDesk } from '../../apps/docket/src/desk/make-desk.js';
import { asOperator } from '../../apps/docket/src/desk/operator.js';
import { readStandards } from '../../apps/docket/src/desk/policy-file.js';
import { rehearsalAt } from '../../apps/docket/src/desk/rehearsal.js';
import type { Rehearsal } from '../../apps/docket/src/desk/rehearsal.js';
import { connected } from './database.js';
import type { System } from './system.js';

/** A rehearsal desk on a running system, with the token of its first admin, and who moves its clock. */
export type RehearsalDesk = Required<NewDesk> & {
  readonly rehearsal: Rehearsal;
  readonly issueToken: (memberId: string) => Promise<string>;
};

type Wish = { readonly from: string; readonly key?: string; readonly policy?: string };

/** Its clock stands at `from`; `key` is what comes after `rehearsal-`, and `policy` is a file of rules. */
export const makeRehearsal = (
  { database, url, home }: Pick<System, 'database' | 'url' | 'home'>,
  { from, key = 'desk', policy }: Wish,
): Promise<RehearsalDesk> => {
  const config = { ...readSettings({ DOCKET_HOME: home }), database: database.urls };
  return asOperator(config, async (operator) => {
    const wish = { name: 'Rehearsal', adminEmail: 'hal@desk.example', url: 'https://desk.example' };
    const made = await makeDesk(operator, {
      ...wish,
      key: `rehearsal-${key}`,
      standards: readStandards(policy),
      rehearsal: { from },
    });
    const { operatorToken = '' } = made;
    const issueToken = (memberId: string) =>
      connected(database.urls.owner, (owner) => new TokenStore(owner).issue(made.deskId, memberId));
    return { ...made, operatorToken, rehearsal: rehearsalAt({ baseUrl: url, operatorToken }), issueToken };
  });
};
