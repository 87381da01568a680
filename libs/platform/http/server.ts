import { randomBytes } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { finished } from 'node:stream';
import type { FastifyHttpOptions, FastifyInstance } from 'fastify';
import { isUpload, readBodies } from './body-parsers.js';
import type { Told } from './problem-of.js';
import { sendProblem } from './problem.filter.js';
import { RequestProblem } from './request-problem.js';

const MEBIBYTE = 1024 * 1024;
export const DEADLINE_MS = 10_000;
const UPLOAD_DEADLINE_MS = 120_000;

/** A path that is no path, or one without end. */
const ROUTE_UNKNOWN: Told = { status: 404, code: 'request/route-unknown', detail: 'There is no such route.' };

/** What a caller may ask of the server before anything looks at his request. */
export const serverOptions: FastifyHttpOptions<Server> = {
  bodyLimit: MEBIBYTE,
  requestTimeout: UPLOAD_DEADLINE_MS,
  connectionTimeout: UPLOAD_DEADLINE_MS,
  http: { headersTimeout: DEADLINE_MS },
  genReqId: () => randomBytes(16).toString('hex'),
  return503OnClosing: false, // what comes in while it closes is still answered
  frameworkErrors: (_error, request, reply) => {
    void reply.headers({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' });
    sendProblem(reply, ROUTE_UNKNOWN, request.id);
  },
  clientErrorHandler: (error, socket) => refuseBytes(error, socket),
};

/** How this server reads bodies and ends requests. To be called before any route is made. */
export const prepareServer = (server: FastifyInstance, deadlineMs: number): void => {
  readBodies(server);
  server.addHook('onRequest', (request, reply, done) => {
    const limit = isUpload(request) ? UPLOAD_DEADLINE_MS : deadlineMs;
    const timer = setTimeout(() => {
      if (!reply.sent) void reply.send(tooLate());
    }, limit);
    timer.unref();
    finished(reply.raw, () => clearTimeout(timer));
    done();
  });
  server.addHook('onSend', (request, reply, payload, done) => {
    if (request.url.startsWith('/v1/') && !reply.hasHeader('cache-control'))
      void reply.header('cache-control', 'no-store');
    done(null, payload);
  });
};

const tooLate = (): RequestProblem =>
  new RequestProblem(503, 'store/unavailable', 'It took too long. Send it again, with the same Idempotency-Key.', {
    headers: { 'retry-after': '1' },
  });

/** Bytes that are no request at all reach no route: answered by hand. */
const refuseBytes = ({ code }: { readonly code?: string }, socket: Socket): void => {
  if (code === 'ECONNRESET' || !socket.writable) return;
  const status = code === 'HPE_HEADER_OVERFLOW' ? 413 : 400;
  const problem = status === 413 ? 'request/too-large' : 'request/unreadable';
  const title = STATUS_CODES[status];
  const body = JSON.stringify({
    type: `/problems/${problem}`,
    title,
    status,
    detail: 'This is no request.',
    code: problem,
  });
  const head = `HTTP/1.1 ${status} ${title}\r\ncontent-type: application/problem+json\r\nconnection: close`;
  socket.end(`${head}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
};
