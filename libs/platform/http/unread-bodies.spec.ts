import { connect } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import { prepareServer, serverOptions } from './server.js';

const ENDLESS = 1_000_000_000_000;
const PART = Buffer.alloc(64 * 1024);

let server: FastifyInstance;

beforeAll(async () => {
  server = fastify(serverOptions);
  prepareServer(server, 10_000);
  const upload = { config: { upload: true } };
  server.put('/refused', upload, (_, reply) => reply.status(413).send({ code: 'request/too-large' }));
  server.put('/read', upload, async ({ body }) => {
    let bytes = 0;
    for await (const part of body as AsyncIterable<Buffer>) bytes += part.length;
    return { bytes };
  });
  await server.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(() => server.close());

describe('a body that is refused before it is there', () => {
  it('is not read to its end, and who sends it reads the answer', async () => {
    const { answer, sent, hasEnded } = await keepSending('/refused');
    expect(answer).toMatch(/^HTTP\/1.1 413 .*connection: close.*request\/too-large/is);
    expect(sent).toBeLessThan(ENDLESS);
    expect(hasEnded).toBe(true);
  });

  it('is answered although nothing of it has come', async () => {
    const socket = open('/refused', 10);
    expect(await answerOn(socket)).toMatch(/^HTTP\/1.1 413 /);
    socket.destroy();
  });

  it('leaves a body that was read alone: the connection goes on', async () => {
    const socket = open('/read', PART.length);
    socket.write(PART);
    const answer = await answerOn(socket);
    expect(answer).toMatch(/^HTTP\/1.1 200 /);
    expect(answer).not.toMatch(/connection: close/i);
    socket.destroy();
  });
});

const open = (path: string, length: number): Socket => {
  const { port } = server.server.address() as AddressInfo;
  const socket = connect(port, '127.0.0.1');
  const head = ['host: x', 'content-type: text/plain', `content-length: ${length}`];
  socket.write(`PUT ${path} HTTP/1.1\r\n${head.join('\r\n')}\r\n\r\n`);
  return socket;
};

const answerOn = (socket: Socket): Promise<string> =>
  new Promise((resolve, reject) => {
    socket.once('data', (bytes: Buffer) => resolve(bytes.toString()));
    socket.once('error', reject);
  });

/** As somebody who sends on and on, until the server has gone. */
const keepSending = async (path: string) => {
  const socket = open(path, ENDLESS);
  const seen = { answer: '', sent: 0, hasEnded: false };
  socket.on('data', (bytes: Buffer) => (seen.answer += bytes.toString()));
  socket.on('end', () => (seen.hasEnded = true));
  socket.on('error', () => undefined);
  while (!socket.closed) {
    if (socket.write(PART)) seen.sent += PART.length;
    await sleep(1);
  }
  return seen;
};
