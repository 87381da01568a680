import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

// The test of killed workers for as long, and with the seed, that are asked for.

const { values } = parseArgs({ options: { seed: { type: 'string' }, seconds: { type: 'string' } } });
const { seed = '1', seconds = '60' } = values;
const { status } = spawnSync('npx', ['jest', '--selectProjects', 'e2e', '--testPathPatterns', 'killed-workers'], {
  stdio: 'inherit',
  env: { ...process.env, KILL_SEED: seed, KILL_SECONDS: seconds },
});
process.exit(status ?? 1);
