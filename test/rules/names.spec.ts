import { readFileSync } from 'node:fs';
import path from 'node:path';

const read = (file: string): unknown =>
  JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../..', file), 'utf8'));

describe('the # names', () => {
  it('lead to the same places for node and for all other tools', () => {
    const { imports } = read('package.json') as { imports: Record<string, string> };
    const { compilerOptions } = read('tsconfig.json') as {
      compilerOptions: { paths: Record<string, string[]> };
    };
    const built = Object.entries(compilerOptions.paths).map(([name, [source = '']]) => [
      name,
      source.replace(/^\.\//, './dist/').replace(/\.ts$/, '.js'),
    ]);
    expect(imports).toEqual(Object.fromEntries(built));
  });
});
