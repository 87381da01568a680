import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { readSettings } from '#platform/config';
import { RuntimeModule } from '#platform/runtime';
import { ApiModule } from '../../apps/api/src/api.module.js';
import { createHttpApp, listen } from '../../apps/api/src/create-http-app.js';
import { freshDatabase } from '../support/database.js';
import { benchQueries } from './bench-queries.js';
import { tableOf } from './report.js';
import type { Report } from './report.js';

jest.setTimeout(300_000);

/** Small desks, and no limit to any time: what is looked at is that everything is measured, and in which form. */
const WISH = { small: 50, large: 200, seed: '1', rounds: 2, blocks: 1 };

describe('the benchmark of queries', () => {
  let report: Report;
  const said: string[] = [];

  beforeAll(async () => {
    const database = await freshDatabase();
    const home = mkdtempSync(path.join(tmpdir(), 'docket-bench-'));
    const config = { ...readSettings({ DOCKET_HOME: home, PORT: '0' }), database: database.urls };
    let app: NestFastifyApplication | undefined;
    try {
      report = await benchQueries(WISH, {
        config,
        say: (sentence) => said.push(sentence),
        serve: async () => {
          app = await createHttpApp(RuntimeModule.forRoot(config, { api: [ApiModule] }));
          return `http://127.0.0.1:${await listen(app, config)}`;
        },
      });
    } finally {
      await app?.close();
      await database.drop();
      rmSync(home, { recursive: true, force: true });
    }
  });

  it('names itself, and under which settings it ran', () => {
    expect(report).toMatchObject({ bench: 'queries', settings: WISH });
    expect(Object.keys(report.settings)).toEqual(expect.arrayContaining(['texts', 'server_version', 'fsync']));
  });

  it('has a row for each query, size and quantile, and a ratio with its target', () => {
    const names = ['desk board', 'claims list', 'full-text search, one word'];
    const figures = ['p50, 50 checks', 'p50, 200 checks', 'p95, 50 checks', 'p95, 200 checks'];
    for (const name of names) {
      const rows = report.rows.filter((row) => row.name.startsWith(`${name}, p`));
      expect(rows.slice(0, 4).map((row) => [row.name, row.unit, row.better])).toEqual(
        figures.map((figure) => [`${name}, ${figure}`, 'ms', 'lower']),
      );
      expect(rows[4]).toMatchObject({
        name: `${name}, p95 of 200 by p95 of 50`,
        unit: 'times',
        target: 1.5,
        better: 'lower',
      });
    }
    expect(report.rows.every(({ value }) => Number.isFinite(value) && value > 0)).toBe(true);
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
    expect(tableOf(report).split('\n')).toHaveLength(report.rows.length + 2);
  });

  it('has desks whose read models know of every check', () => {
    expect(said.filter((sentence) => sentence.endsWith('all of them read'))).toEqual([
      expect.stringMatching(/^small: 50 checks and \d+ events/),
      expect.stringMatching(/^large: 200 checks and \d+ events/),
    ]);
  });
});
