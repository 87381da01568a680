import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

jest.setTimeout(120_000);

let directory = '';

beforeAll(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'docket-documents-'));
  execFileSync(process.execPath, ['dist/apps/api/src/openapi.js', directory]);
});

afterAll(() => rmSync(directory, { recursive: true, force: true }));

const made = (name: string): string => readFileSync(path.join(directory, name), 'utf8');

/** As a reader sees it, whatever the width of its columns. */
const unaligned = (markdown: string): string => markdown.replaceAll(/[ -]+/g, ' ');

describe('the documents that are kept', () => {
  it('describe the API as it is', () => {
    expect(JSON.parse(readFileSync('docs/openapi.json', 'utf8'))).toEqual(JSON.parse(made('openapi.json')));
  });

  it.each(['commands.md', 'events.md', 'problems.md'])('say in %s what the rules say', (name) => {
    expect(unaligned(readFileSync(`docs/${name}`, 'utf8'))).toBe(unaligned(made(name)));
  });

  it('give the client the types of this API', () => {
    const schema = path.join(directory, 'schema.d.ts');
    const generator = path.resolve('node_modules/.bin/openapi-typescript');
    execFileSync(generator, ['docs/openapi.json', '--immutable', '-o', schema], { stdio: 'ignore' });
    expect(readFileSync('libs/client/schema.d.ts', 'utf8')).toBe(readFileSync(schema, 'utf8'));
  });
});
