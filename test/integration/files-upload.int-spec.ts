import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { v7 } from 'uuid';
import { startApi } from '../support/api.js';
import type { Admin, TestApi } from '../support/api.js';
import { activate, memberOf } from '../support/members.js';
import { until } from '../support/until.js';

jest.setTimeout(60_000);

const MAX_BYTES = 1_000;

describe('giving the desk a file', () => {
  const filesDirectory = mkdtempSync(path.join(tmpdir(), 'docket-uploads-'));
  let api: TestApi;
  let base = '';
  let admin: Admin;
  let editor = '';

  beforeAll(async () => {
    api = await startApi({ filesDirectory, maxUploadBytes: MAX_BYTES });
    await api.app.listen(0, '127.0.0.1');
    base = await api.app.getUrl();
    admin = await api.makeDesk('desk');
    await activate(api, admin.adminId, admin.token);
    editor = await memberOf(api, admin, 'editor');
  });
  afterAll(async () => {
    await api.stop();
    await rm(filesDirectory, { recursive: true });
  });

  const put = async (
    content: string | Buffer,
    { token = editor, hash = sha256(content), type = 'text/plain' } = {},
  ) => {
    const answer = await fetch(`${base}/v1/files/${hash}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${token}`, 'content-type': type },
      body: content,
    });
    const body = (await answer.json()) as Readonly<Record<string, unknown>>;
    return { status: answer.status, body };
  };
  const filesKept = async () => {
    const entries = await readdir(filesDirectory, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).length;
  };
  const capture = (file: object, token = editor) =>
    api.post(
      `/v1/evidence/${v7()}/capture-evidence`,
      { kind: 'document', title: 'A report', originGroup: 'org:kcna', file: { name: 'report.txt', ...file } },
      { token },
    );

  it('answers what it is, the first time and again', async () => {
    const kept = { sha256: sha256('A report.'), bytes: 9, mediaType: 'text/plain' };
    await expect(put('A report.')).resolves.toEqual({ status: 200, body: kept });
    const before = await filesKept();
    await expect(put('A report.', { type: 'text/csv' })).resolves.toEqual({ status: 200, body: kept });
    expect(await filesKept()).toBe(before);
  });

  it('is for every editorial role, and for no other', async () => {
    for (const role of ['editor', 'reviewer', 'approver'])
      expect(await put(`By the ${role}`, { token: await memberOf(api, admin, role) })).toMatchObject({ status: 200 });
    const before = await filesKept();
    for (const token of [await memberOf(api, admin, 'auditor'), admin.token])
      expect(await put('By another', { token })).toMatchObject({ status: 403, body: { code: 'desk/role-missing' } });
    expect(await put('By nobody', { token: 'dkt_nonsense' })).toMatchObject({ status: 401 });
    expect(await filesKept()).toBe(before);
  });

  it.each([
    ['another hash', 422, 'evidence/file-mismatch', 'One thing', { hash: '00'.repeat(32) }],
    ['a type that it is not', 422, 'evidence/file-type', 'One thing', { type: 'image/png' }],
    ['a type that is not taken', 422, 'evidence/file-type', '<svg/>', { type: 'image/svg+xml' }],
    ['JSON, which is no kind of evidence', 422, 'evidence/file-type', '{}', { type: 'application/json' }],
    ['more than is allowed', 413, 'request/too-large', 'x'.repeat(MAX_BYTES + 1), {}],
    ['far more, of which most is never read', 413, 'request/too-large', 'x'.repeat(20_000_000), {}],
    ['no hash', 400, 'request/parameter-invalid', 'One thing', { hash: '..%2f..%2fetc' }],
    ['a hash in capitals', 400, 'request/parameter-invalid', 'One thing', { hash: 'AB'.repeat(32) }],
  ])('refuses %s, and keeps nothing', async (_, status, code, content, change) => {
    const before = await filesKept();
    await expect(put(content, change)).resolves.toMatchObject({ status, body: { code } });
    expect(await filesKept()).toBe(before);
  });

  it('refuses by its length what is too large, before anything of it has come, and waits for no more', async () => {
    const asked = request(`${base}/v1/files/${sha256('never sent')}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${editor}`, 'content-type': 'text/plain', 'content-length': MAX_BYTES + 1 },
    });
    asked.on('error', () => undefined);
    asked.flushHeaders();
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    expect([answer.statusCode, answer.headers.connection]).toEqual([413, 'close']);
    expect(JSON.parse(await text(answer))).toMatchObject({ code: 'request/too-large', traceId: expect.any(String) });
    asked.destroy();
  });

  it('keeps nothing of a file that breaks off', async () => {
    const before = await filesKept();
    const content = 'Only half of this will come.';
    const cut = request(`${base}/v1/files/${sha256(content)}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${editor}`, 'content-type': 'text/plain', 'content-length': content.length },
    });
    cut.on('error', () => undefined);
    cut.write(content.slice(0, 10));
    await until(async () => (await filesKept()) === before + 1, 'the beginning of the file');
    cut.destroy();
    await until(async () => (await filesKept()) === before, 'the end of what came');
    const answer = await capture({ sha256: sha256(content), bytes: content.length, mediaType: 'text/plain' });
    expect(answer.json()).toMatchObject({ code: 'evidence/file-unknown' });
  });

  it('lets evidence name it as it was found, at this desk and no other', async () => {
    const { body } = await put('Another report.');
    expect(await capture(body)).toMatchObject({ statusCode: 201 });
    expect((await capture({ ...body, bytes: 14 })).json()).toMatchObject({ code: 'evidence/file-mismatch' });
    const elsewhere = await api.makeDesk('other-desk');
    await activate(api, elsewhere.adminId, elsewhere.token);
    const stranger = await memberOf(api, elsewhere, 'editor');
    const answer = await capture(body, stranger);
    expect([answer.statusCode, answer.json()]).toMatchObject([422, { code: 'evidence/file-unknown' }]);
  });
});

const sha256 = (content: string | Buffer): string => createHash('sha256').update(content).digest('hex');
