import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { homeAt, prepareHome } from './home.js';

describe('the home of a bundled server', () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'docket-home-'));
  afterAll(() => rmSync(directory, { recursive: true }));

  it('is made with all that leads there, and again changes nothing', () => {
    const home = homeAt(path.join(directory, 'some', 'where'));
    prepareHome(home);
    prepareHome(home);
    expect([home.users, home.leaving].every((one) => existsSync(one))).toBe(true);
  });

  it.each([
    ['below /proc, where nothing can be made', '/proc/docket/home'],
    ['below a file', path.join(directory, 'file', 'home')],
  ])('is refused in words at once: %s', (_, place) => {
    writeFileSync(path.join(directory, 'file'), '');
    expect(() => prepareHome(homeAt(place))).toThrow(/cannot be used \(.+\).*Set DOCKET_HOME/);
  });
});
