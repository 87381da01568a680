import { createHash } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { v7 } from 'uuid';
import { storageKeyOf } from '#platform/file-store';
import { WorkerModule } from '../../apps/worker/src/worker.module.js';
import { startApi } from '../support/api.js';
import type { TestApi } from '../support/api.js';
import { activate, memberOf } from '../support/members.js';
import { until } from '../support/until.js';

jest.setTimeout(60_000);

describe('the desk’s own copy of evidence', () => {
  const filesDirectory = mkdtempSync(path.join(tmpdir(), 'docket-copies-'));
  const pages = new Map<string, { readonly status: number; readonly body: string }>();
  let web: Server;
  let host = '';
  let api: TestApi;
  let token = '';

  beforeAll(async () => {
    web = createServer(({ url = '' }, response) => {
      const { status, body } = pages.get(url) ?? { status: 404, body: 'Nothing here.' };
      response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(body);
    });
    await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve));
    host = `127.0.0.1:${(web.address() as AddressInfo).port}`;
    api = await startApi({ filesDirectory, captureAllow: [host] }, [WorkerModule]);
    await api.app.listen(0, '127.0.0.1');
    const admin = await api.makeDesk('desk');
    await activate(api, admin.adminId, admin.token);
    token = await memberOf(api, admin, 'editor');
  });
  afterAll(async () => {
    await api.stop();
    web.close().closeAllConnections();
    await rm(filesDirectory, { recursive: true });
  });

  const capture = async (source: object): Promise<string> => {
    const evidenceId = v7();
    const body = { kind: 'web_page', title: 'A source', originGroup: 'org:kcna', ...source };
    const { statusCode } = await api.post(`/v1/evidence/${evidenceId}/capture-evidence`, body, { token });
    expect(statusCode).toBe(201);
    return evidenceId;
  };
  const give = async (content: string): Promise<object> => {
    const answer = await fetch(`${await api.app.getUrl()}/v1/files/${sha256(content)}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'text/plain' },
      body: content,
    });
    return { ...((await answer.json()) as object), name: 'report.txt' };
  };
  const page = async (evidenceId: string) => (await api.get(`/v1/evidence/${evidenceId}`, { token })).json();
  const settled = (evidenceId: string) =>
    until(async () => {
      const now = await page(evidenceId);
      return now.status !== 'capturing' && now;
    }, 'the end of the capture');
  const keptAs = (hash: string) => readFile(path.join(filesDirectory, storageKeyOf(hash)), 'utf8');

  it('is of the page that stood there', async () => {
    pages.set('/page', { status: 200, body: '<p>Ĝis</p>' });
    const evidence = await settled(await capture({ url: `http://${host}/page` }));
    expect(evidence).toMatchObject({
      status: 'archived',
      version: 2,
      copies: [{ sha256: sha256('<p>Ĝis</p>'), bytes: 11, mediaType: 'text/html; charset=utf-8', tool: 'docket-http' }],
      flags: [],
    });
    expect(await keptAs(sha256('<p>Ĝis</p>'))).toBe('<p>Ĝis</p>');
  });

  it('is of the file that was given, and of the note where there is nothing else', async () => {
    const content = 'The words of the ministry.';
    const file = await give(content);
    const given = await settled(await capture({ kind: 'document', file }));
    expect(given).toMatchObject({ status: 'archived', copies: [{ sha256: sha256(content), tool: 'docket-upload' }] });
    const noted = await settled(await capture({ kind: 'interview', note: 'Said on the telephone.' }));
    expect(noted).toMatchObject({ status: 'archived', copies: [{ sha256: sha256('Said on the telephone.') }] });
  });

  it('fails at once where the page is gone, and is tried again when somebody asks', async () => {
    const evidenceId = await capture({ url: `http://${host}/later` });
    const failed = { code: 'http-404', attempts: 1, archiveRun: 1 };
    expect(await settled(evidenceId)).toMatchObject({ status: 'failed', copies: [], failure: failed });
    pages.set('/later', { status: 200, body: 'Here after all.' });
    await api.post(
      `/v1/evidence/${evidenceId}/acknowledge-archive-failure`,
      { reason: 'Two have seen it.' },
      { token },
    );
    expect(await page(evidenceId)).toMatchObject({
      status: 'acknowledged',
      acknowledged: { reason: 'Two have seen it.' },
    });
    await api.post(`/v1/evidence/${evidenceId}/retry-archive`, {}, { token });
    expect(await settled(evidenceId)).toMatchObject({
      status: 'archived',
      archiveRun: 2,
      copies: [{ archiveRun: 2, sha256: sha256('Here after all.') }],
    });
  });

  it('fails at once for an address inside, and for a file that was damaged', async () => {
    const inside = await settled(await capture({ url: 'http://169.254.169.254/latest/meta-data/' }));
    expect(inside).toMatchObject({ status: 'failed', failure: { code: 'address-refused', attempts: 1 } });
    const content = 'It will be damaged.';
    const file = await give(content);
    await writeFile(path.join(filesDirectory, storageKeyOf(sha256(content))), 'It was damaged.');
    const damaged = await settled(await capture({ kind: 'document', file }));
    expect(damaged).toMatchObject({ status: 'failed', failure: { code: 'file-damaged', attempts: 1 } });
  });

  it('is shown to members of the desk who work with evidence, and told to no others', async () => {
    const evidenceId = await capture({ note: 'For us.' });
    const other = await api.makeDesk('other-desk');
    await activate(api, other.adminId, other.token);
    const stranger = await memberOf(api, other, 'editor');
    const answer = await api.get(`/v1/evidence/${evidenceId}`, { token: stranger });
    expect([answer.statusCode, answer.json()]).toMatchObject([404, { code: 'evidence/not-found' }]);
    const asAdmin = await api.get(`/v1/evidence/${evidenceId}`, { token: other.token });
    expect([asAdmin.statusCode, asAdmin.json()]).toMatchObject([403, { code: 'desk/role-missing' }]);
  });
});

const sha256 = (content: string): string => createHash('sha256').update(content).digest('hex');
