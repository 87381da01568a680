import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A file that breaks one rule, and what it imports to do so. */
type Planted = readonly [file: string, imported: string];

const FEATURES = ['members', 'standards', 'claims', 'evidence', 'checks', 'publishing', 'complaints', 'audit'];
const STEPS = ['domain', 'read-models', 'commands', 'jobs', 'reactions', 'http'];

const PLANTED: Readonly<Record<string, Planted>> = {
  'no-cycles': ['libs/platform/config/index.ts', '#platform/database'],
  'nothing-unresolved': ['apps/api/src/lost.ts', './nowhere.js'],
  'packages-are-declared': ['apps/api/src/undeclared.ts', 'semver'],
  'kernel-imports-nothing': ['libs/kernel/impure.ts', 'node:fs'],
  'platform-knows-no-feature': ['libs/platform/http/nosy.ts', '#features/checks'],
  'verifier-stands-alone': ['libs/platform/transparency-log/verify/leaning.ts', '#kernel'],
  'platform-by-the-front-door': ['libs/platform/http/burglar.ts', '../config/inner.js'],
  'platform-by-the-front-door-from-above': ['apps/worker/src/burglar.ts', '../../../libs/platform/config/inner.js'],
  'features-know-no-app': ['libs/features/checks/http/upward.ts', '../../../../apps/api/src/main.js'],
  'features-know-no-driver': ['libs/features/checks/commands/driver.ts', 'pg'],
  'features-by-the-front-door': ['libs/features/checks/commands/burglar.ts', '../../claims/domain/inner.js'],
  'features-by-the-front-door-or-a-module': [
    'apps/api/src/burglar.ts',
    '../../../libs/features/checks/domain/inner.js',
  ],
  'front-door-shows-only-domain': ['libs/features/evidence/index.ts', './jobs/inner.js'],
  'domain-is-pure': ['libs/features/checks/domain/impure.ts', '@nestjs/common'],
  'modules-are-for-apps': ['libs/features/checks/http/wiring.ts', '../worker.module.js'],
  'apps-stand-alone': ['apps/worker/src/neighbour.ts', '../../api/src/main.js'],
  'desk-sees-only-front-doors': ['apps/web/src/nosy.ts', '#platform/config'],
  'client-knows-only-http': ['libs/client/nosy.ts', '#kernel'],
  'test-helpers-stay-in-tests': ['libs/platform/http/testing.ts', '#kernel/testing'],
  ...Object.fromEntries(
    FEATURES.slice(0, -1).map((feature, place) => [
      `${feature}-imports-down`,
      [`libs/features/${feature}/commands/beyond.ts`, `#features/${FEATURES[place + 1]}`],
    ]),
  ),
  ...Object.fromEntries(
    STEPS.slice(0, -1).map((step, place) => [
      `${step}-imports-down`,
      [`libs/features/claims/${step}/upward.ts`, `../${STEPS[place + 1]}/inner.js`],
    ]),
  ),
};

/** What the planted files import: innocent by itself. */
const SCENERY = [
  'libs/kernel/index.ts',
  'libs/kernel/testing/index.ts',
  'libs/platform/config/inner.ts',
  'libs/features/checks/worker.module.ts',
  'libs/features/checks/domain/inner.ts',
  'libs/features/evidence/jobs/inner.ts',
  'apps/api/src/main.ts',
  ...FEATURES.filter((feature) => feature !== 'evidence').map((feature) => `libs/features/${feature}/index.ts`),
  ...STEPS.map((step) => `libs/features/claims/${step}/inner.ts`),
];

type Report = {
  readonly summary: {
    readonly violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[];
  };
};

const root = path.resolve(import.meta.dirname, '../..');
const { forbidden } = createRequire(import.meta.url)(path.join(root, '.dependency-cruiser.cjs')) as {
  readonly forbidden: readonly { readonly name: string }[];
};

describe('the import rules', () => {
  let checkout: string;
  let report: Report;

  beforeAll(() => {
    checkout = mkdtempSync(path.join(tmpdir(), 'docket-import-rules-'));
    for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json'])
      copyFileSync(path.join(root, file), path.join(checkout, file));
    symlinkSync(path.join(root, 'node_modules'), path.join(checkout, 'node_modules'));
    for (const file of SCENERY) plant(checkout, file, 'export const scenery = 1;\n');
    plant(checkout, 'libs/platform/database/index.ts', `export * from '#platform/config';\n`);
    for (const [file, imported] of Object.values(PLANTED)) plant(checkout, file, `export * from '${imported}';\n`);
    report = cruise(checkout);
  }, 60_000);

  afterAll(() => rmSync(checkout, { recursive: true, force: true }));

  it('each have a planted violation', () => {
    expect(forbidden.map(({ name }) => name).toSorted()).toEqual(Object.keys(PLANTED).toSorted());
  });

  it.each(Object.entries(PLANTED))('%s catches what is planted', (name, [file]) => {
    const caught = report.summary.violations.filter(({ rule }) => rule.name === name).map(({ from }) => from);
    expect(caught).toContain(file);
  });
});

const plant = (checkout: string, file: string, text: string): void => {
  const place = path.join(checkout, file);
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, text);
};

const cruise = (cwd: string): Report => {
  const program = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const { stdout } = spawnSync(process.execPath, [program, '--output-type', 'json', 'apps', 'libs'], {
    cwd,
    maxBuffer: 2 ** 27,
    encoding: 'utf8',
  });
  return JSON.parse(stdout) as Report;
};
