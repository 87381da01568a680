import { readSettings } from '#platform/config';
import { makeDesk } from '../../apps/docket/src/desk/make-desk.js';
import { asOperator } from '../../apps/docket/src/desk/operator.js';
import { readStandards } from '../../apps/docket/src/desk/policy-file.js';
import { wednesday } from '../../apps/docket/src/demo/article/dates.js';
import { gatherCast } from '../../apps/docket/src/demo/gather-cast.js';
import type { Player } from '../../apps/docket/src/demo/player.js';
import { presentTime, rehearsalTime } from '../../apps/docket/src/demo/scene-time.js';
import { Teller } from '../../apps/docket/src/demo/teller.js';
import { makeRehearsal } from './rehearsal.js';
import type { System } from './system.js';

/** A desk with the people of the demo, on a running system; `policy` is a file of rules. */
export const castOf = (
  { database, url, home }: Pick<System, 'database' | 'url' | 'home'>,
  policy?: string,
): Promise<Player> => {
  const config = { ...readSettings({ DOCKET_HOME: home }), database: database.urls };
  return asOperator(config, async (operator) => {
    const wish = { key: 'desk', name: 'Desk', adminEmail: 'hal@desk.example', standards: readStandards(policy) };
    const { deskId, adminId, token } = await makeDesk(operator, wish);
    const stage = {
      baseUrl: url,
      adminId,
      adminToken: token,
      issueToken: (memberId: string) => operator.tokens.issue(deskId, memberId),
      time: presentTime(),
    };
    const { player } = await gatherCast(stage, new Teller(() => undefined));
    return player;
  });
};

/** A rehearsal desk with the people of the demo, on the morning of the script: its clock follows them. */
export const rehearsalOf = async (system: Pick<System, 'database' | 'url' | 'home'>): Promise<Player> => {
  const desk = await makeRehearsal(system, { from: wednesday('09:00') });
  const { adminId, token: adminToken, issueToken, rehearsal } = desk;
  const time = rehearsalTime((instant) => rehearsal.moveTo(instant));
  const { player } = await gatherCast(
    { baseUrl: system.url, adminId, adminToken, issueToken, time },
    new Teller(() => undefined),
  );
  return player;
};
