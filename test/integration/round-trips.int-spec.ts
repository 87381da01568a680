import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Client } from 'pg';
import { v7 } from 'uuid';
import { readSettings } from '#platform/config';
import { RuntimeModule } from '#platform/runtime';
import { ApiModule } from '../../apps/api/src/api.module.js';
import { createHttpApp, listen } from '../../apps/api/src/create-http-app.js';
import { prepareCase } from '../../apps/docket/src/demo/case.js';
import { hearReplies } from '../../apps/docket/src/demo/replies.js';
import type { DemoCase } from '../../apps/docket/src/demo/demo-case.js';
import type { Player } from '../../apps/docket/src/demo/player.js';
import { CLEO_RULES } from '../../apps/docket/src/demo/texts.js';
import { WorkerModule } from '../../apps/worker/src/worker.module.js';
import { castOf } from '../support/cast.js';
import { freshDatabase } from '../support/database.js';
import type { TestDatabase } from '../support/database.js';
import { until } from '../support/until.js';

jest.setTimeout(120_000);

/** Who asks while a request waits. Sequencer, projections and jobs have connections of their own; readers of the log do not. */
const REQUESTS = /^docket-(appends|streams|api)-/;

/** What tells one statement from another. */
const STATEMENT = /caller_of_token|load_stream|read_streams?\b|claim_link|append/;

type Connected = Client & { readonly connectionParameters: { readonly application_name?: string } };

describe('an accepted command', () => {
  let database: TestDatabase;
  let home: string;
  let app: NestFastifyApplication;
  let player: Player;
  let played: DemoCase;
  let checkId: string;
  let linkIds: readonly string[];

  beforeAll(async () => {
    database = await freshDatabase();
    home = mkdtempSync(path.join(tmpdir(), 'docket-round-trips-'));
    const config = { ...readSettings({ DOCKET_HOME: home, PORT: '0' }), database: database.urls };
    app = await createHttpApp(RuntimeModule.forRoot(config, { api: [ApiModule], worker: [WorkerModule] }));
    const url = `http://127.0.0.1:${await listen(app, config)}`;
    await until(async () => (await fetch(`${url}/readyz`)).ok);
    player = await castOf({ database, url, home });
    played = await prepareCase(player);
    ({ checkId, linkIds } = played);
  });

  afterAll(async () => {
    await app.close();
    await database.drop();
    rmSync(home, { recursive: true, force: true });
  });

  const rule = (member: Player['cleo']) =>
    member.client.send(
      '/v1/checks/{checkId}/submit-ruling',
      { checkId },
      { rulingId: v7(), round: 1, ...CLEO_RULES, linkIds: [...linkIds] },
    );

  it('SubmitRuling asks for the caller, the check, the linked claims, all facts together, and appends', async () => {
    expect(await statementsOf(() => rule(player.cleo))).toEqual([
      'caller_of_token',
      'load_stream',
      'claim_link',
      'read_streams',
      'append',
    ]);
  });

  it('ApproveVerdict asks for the caller, the check, all facts together, and appends', async () => {
    await rule(player.dan);
    await player.jobDid('reveal-rulings', 'decides', checkId, 'RoundDecided');
    await hearReplies(player, played);
    const draft = { title: 'T', claimReviewed: 'C', summary: 'S', body: 'B', language: 'en', asOf: '2022-11-10' };
    await player.ben.client.send(
      '/v1/checks/{checkId}/draft-verdict',
      { checkId },
      { ...draft, citedLinkIds: [...linkIds] },
    );
    const { drafts, version } = await player.eva.page(checkId);
    const { versionNo = 0, draftNo = 0, contentHash = '' } = drafts.at(-1) ?? {};
    const approve = () =>
      player.eva.client.send(
        '/v1/checks/{checkId}/approve-verdict',
        { checkId },
        { versionNo, draftNo, contentHash, consideredReplyIds: [played.publisherReplyId], waivers: [] },
        { version },
      );
    expect(await statementsOf(approve)).toEqual(['caller_of_token', 'load_stream', 'read_streams', 'append']);
  });
});

/** What a request asked of the database, a line a round trip. */
const statementsOf = async (request: () => Promise<unknown>): Promise<readonly string[]> => {
  const queries = jest.spyOn(Client.prototype, 'query');
  await request();
  const statements = queries.mock.calls.flatMap(([statement], call) => {
    const { connectionParameters } = queries.mock.contexts[call] as Connected;
    const isAsked = REQUESTS.test(connectionParameters.application_name ?? '');
    const text = typeof statement === 'string' ? statement : (statement as { readonly text: string }).text;
    return isAsked && !text.includes('read_log') ? [text] : [];
  });
  queries.mockRestore();
  return statements.map((text) => STATEMENT.exec(text)?.[0] ?? text);
};
