import { readFileSync } from 'node:fs';

const { paths } = JSON.parse(readFileSync(new URL('tsconfig.json', import.meta.url), 'utf8')).compilerOptions;

const toCommonJs = (tsx) => ({
  swcrc: false,
  sourceMaps: 'inline',
  module: { type: 'commonjs' },
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', decorators: true, tsx },
    transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
    keepClassNames: true,
  },
});

/** The # names lead to the source, as tsconfig.json says: Node's own lead to dist/. */
const sources = Object.fromEntries(
  Object.entries(paths).map(([name, [file]]) => [
    `^${name.replace('*', '([^/]+)')}$`,
    file.replace('./', '<rootDir>/').replace('*', '$1'),
  ]),
);

const project = (displayName, roots, testMatch) => ({
  displayName,
  roots,
  testMatch: [testMatch],
  testEnvironment: 'node',
  // Everything, node_modules too: Jest on Node 20 cannot load the ESM packages of Nest otherwise.
  transform: {
    '^.+\\.[cm]?[jt]s$': ['@swc/jest', toCommonJs(false)],
    '^.+\\.[jt]sx$': ['@swc/jest', toCommonJs(true)],
  },
  transformIgnorePatterns: [],
  moduleNameMapper: { ...sources, '^(\\.{1,2}/.*)\\.js$': '$1' },
});

const withPostgres = {
  globalSetup: '<rootDir>/test/support/postgres-setup.mjs',
  globalTeardown: '<rootDir>/test/support/postgres-teardown.mjs',
};

export default {
  workerIdleMemoryLimit: '768MB',
  projects: [
    project('unit', ['<rootDir>/libs', '<rootDir>/apps', '<rootDir>/test/rules'], '**/*.spec.ts'),
    { ...project('integration', ['<rootDir>/test'], '**/*.int-spec.ts'), ...withPostgres },
    { ...project('e2e', ['<rootDir>/test'], '**/*.e2e-spec.ts'), ...withPostgres },
  ],
};
