import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { v7 } from 'uuid';
import type { Schemas } from '#client';
import type { Player } from '../../apps/docket/src/demo/player.js';
import { castOf } from '../support/cast.js';
import { startSystem } from '../support/system.js';
import type { System } from '../support/system.js';

jest.setTimeout(120_000);

const PAGE = '<!doctype html><title>Statement</title><p>We never had arms dealings.</p>';

describe('capturing a page', () => {
  let site: Server;
  let address: string;
  let system: System;
  let player: Player;

  beforeAll(async () => {
    site = createServer((request, response) => {
      const isThere = request.url === '/statement';
      response.writeHead(isThere ? 200 : 404, { 'content-type': 'text/html' }).end(isThere ? PAGE : 'no');
    }).listen(0, '127.0.0.1');
    await once(site, 'listening');
    const bound = site.address();
    address = `127.0.0.1:${typeof bound === 'object' ? bound?.port : ''}`;
    system = await startSystem({ CAPTURE_ALLOW: address });
    player = await castOf(system);
  });

  afterAll(async () => {
    await system.stop();
    site.close();
  });

  const captured = async (url: string): Promise<Schemas['EvidencePage']> => {
    const { ben } = player;
    const evidenceId = v7();
    await ben.client.send(
      '/v1/evidence/{evidenceId}/capture-evidence',
      { evidenceId },
      { kind: 'web_page', title: 'Statement', url, originGroup: 'dprk-government' },
    );
    return ben.until(
      'the capture has ended',
      () => ben.client.see('/v1/evidence/{evidenceId}', { evidenceId }),
      ({ status }) => status !== 'capturing',
    );
  };

  it('keeps it under its hash, where the host is allowed by configuration', async () => {
    const page = await captured(`http://${address}/statement`);
    expect(page).toMatchObject({
      status: 'archived',
      copies: [{ sha256: createHash('sha256').update(PAGE).digest('hex'), mediaType: 'text/html' }],
    });
  });

  it('says at once that a page is not there', async () => {
    expect(await captured(`http://${address}/gone`)).toMatchObject({
      status: 'failed',
      failure: { attempts: 1 },
    });
  });

  it('refuses another address of the same machine', async () => {
    expect(await captured('http://127.0.0.1:1/statement')).toMatchObject({ status: 'failed' });
  });
});
