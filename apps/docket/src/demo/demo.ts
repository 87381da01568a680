import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readSettings } from '#platform/config';
import type { Config } from '#platform/config';
import { openDatabase } from '#platform/embedded-postgres';
import { freePort, startChild, untilReady } from '../child-process.js';
import { makeDesk } from '../desk/make-desk.js';
import { asOperator } from '../desk/operator.js';
import { readStandards } from '../desk/policy-file.js';
import { rehearsalAt } from '../desk/rehearsal.js';
import { wednesday } from './article/dates.js';
import { playCase } from './case.js';
import { playFurtherCases } from './further-cases.js';
import { gatherCast } from './gather-cast.js';
import { packageRoot } from './material.js';
import { rehearsalTime } from './scene-time.js';
import { showTimeline, showVerdict } from './show.js';
import { Teller } from './teller.js';
import { Cleanup } from './cleanup.js';

/**
 * Starts a PostgreSQL, an API and a worker of its own on free ports, plays one case through the API, shows the verdict
 * and its timeline, and leaves nothing running and no file behind. Throws at the first surprise.
 */
export const demo = async (): Promise<void> => {
  const began = performance.now();
  const cleanup = new Cleanup();
  try {
    await cleanup.unlessInterrupted(play(cleanup));
  } finally {
    await cleanup.run();
  }
  console.log(`\nDone in ${Math.round((performance.now() - began) / 1_000)} s. Nothing is left running.`);
};

const play = async (cleanup: Cleanup): Promise<void> => {
  const teller = new Teller();
  const home = mkdtempSync(path.join(tmpdir(), 'docket-demo-'));
  chmodSync(home, 0o755); // started by root, PostgreSQL runs as another user, who must reach it
  cleanup.add(() => rmSync(home, { recursive: true, force: true }));
  const settings = readSettings({ DOCKET_HOME: home });
  const database = await openDatabase(settings);
  cleanup.add(() => database.stop());
  const config: Config = { ...settings, database: database.urls };

  await asOperator(config, async (operator) => {
    const {
      deskId,
      adminId,
      token,
      operatorToken = '',
    } = await makeDesk(operator, {
      key: 'rehearsal-demo',
      name: 'Example Desk',
      adminEmail: 'hal@desk.example',
      url: 'https://desk.example',
      standards: readStandards(),
      rehearsal: { from: wednesday('09:00') },
    });
    const baseUrl = await startProcesses(config, cleanup);
    const rehearsal = rehearsalAt({ baseUrl, operatorToken });
    const issueToken = (memberId: string) => operator.tokens.issue(deskId, memberId, 1);
    const stage = {
      baseUrl,
      adminId,
      adminToken: token,
      issueToken,
      time: rehearsalTime((instant) => rehearsal.moveTo(instant)),
    };
    const { player } = await gatherCast(stage, teller);
    const played = await playCase(player);
    await playFurtherCases(player, played);
    const { checkId } = played;
    await showVerdict(player, baseUrl, checkId);
    await showTimeline(player, checkId);
  });
};

/** API and worker, each a process of its own. Returns where the API listens. */
const startProcesses = async ({ database, home }: Config, cleanup: Cleanup): Promise<string> => {
  const port = await freePort();
  const env = {
    DATABASE_URL: database.owner,
    DATABASE_URL_API: database.api,
    DATABASE_URL_WORKER: database.worker,
    DOCKET_HOME: home,
    DOCKET_FILES: path.join(home, 'files'),
    HOST: '127.0.0.1',
    PORT: String(port),
  };
  const [api, worker] = ['api', 'worker'].map((app) => {
    const child = startChild(path.join(packageRoot(), `dist/apps/${app}/src/main.js`), env);
    cleanup.add(() => child.stop());
    return child;
  });
  if (api === undefined || worker === undefined) throw new Error('Two processes were to be started.');
  await untilReady([api, worker], `http://127.0.0.1:${port}/readyz`);
  return `http://127.0.0.1:${port}`;
};
