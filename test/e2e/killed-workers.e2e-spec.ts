import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { Chance } from '../../apps/docket/src/seed/chance.js';
import { killing } from '../faults/kill/killing.js';
import { HURRIED } from '../faults/kill/policy.js';
import { castOf } from '../support/cast.js';
import { startSystem } from '../support/system.js';
import type { System } from '../support/system.js';

const SEED = process.env['KILL_SEED'] ?? '1';
const SECONDS = Number(process.env['KILL_SECONDS'] ?? '8');

jest.setTimeout((SECONDS + 300) * 1_000);

describe('workers that are killed at any point, under load', () => {
  let system: System;

  beforeAll(async () => {
    system = await startSystem({ LEASE_MS: '1000', JOB_LOCK_MS: '1500', STALLED_INTERVAL_MS: '500' });
  });

  afterAll(() => system?.stop());

  it(`30. lose no reminder, reveal, archive or publication, and repeat none (seed ${SEED})`, async () => {
    const file = path.join(system.home, 'policy.json');
    writeFileSync(file, JSON.stringify(HURRIED));
    const player = await castOf(system, file);
    const { mistakes, ...done } = await killing(system, player, { chance: new Chance(SEED), seconds: SECONDS });
    console.info(`${done.kills} workers killed, ${done.cases} cases, ${done.events} events, seed ${SEED}`);
    expect(mistakes).toEqual([]);
    expect(done.kills).toBeGreaterThan(1);
  });
});
