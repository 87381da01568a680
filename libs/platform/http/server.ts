import { randomBytes } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { finished } from 'node:stream';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyHttpOptions, FastifyInstance, FastifyRequest } from 'fastify';
import { isUpload, readBodies } from './body-parsers.js';
import type { Told } from './problem-of.js';
import { bodyOf, sendProblem } from './problem.filter.js';
import { stopReading } from './unread-bodies.js';
import { RequestProblem } from './request-problem.js';

const MEBIBYTE = 1024 * 1024;
export const DEADLINE_MS = 10_000;
const UPLOAD_DEADLINE_MS = 120_000;

/** Where no route has set any. */
const OF_EVERY_REFUSAL = { 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' };

const newTraceId = (): string => randomBytes(16).toString('hex');

/** A path that is no path, or one without end. */
const ROUTE_UNKNOWN: Told = { status: 404, code: 'request/route-unknown', detail: 'There is no such route.' };

/** What a caller may ask of the server before anything looks at his request. */
export const serverOptions: FastifyHttpOptions<Server> = {
  bodyLimit: MEBIBYTE,
  requestTimeout: UPLOAD_DEADLINE_MS,
  connectionTimeout: UPLOAD_DEADLINE_MS,
  http: { headersTimeout: DEADLINE_MS },
  genReqId: () => newTraceId(),
  return503OnClosing: false, // what comes in while it closes is still answered
  frameworkErrors: (_error, request, reply) => {
    void reply.headers(OF_EVERY_REFUSAL);
    sendProblem(reply, ROUTE_UNKNOWN, request.id);
  },
  clientErrorHandler: (error, socket) => refuseBytes(error, socket),
};

/** How this server reads bodies and ends requests. To be called before any route is made. */
export const prepareServer = (server: FastifyInstance, deadlineMs: number): void => {
  readBodies(server);
  server.addHook('onRequest', (request, reply, done) => {
    const timer = setTimeout(
      () => {
        if (!reply.sent) void reply.send(tooLate());
      },
      patienceFor(request) ?? deadlineMs,
    );
    timer.unref();
    finished(reply.raw, () => clearTimeout(timer));
    done();
  });
  server.addHook('onSend', (request, reply, payload, done) => {
    if (isUpload(request)) stopReading(request, reply);
    if (request.url.startsWith('/v1/') && !reply.hasHeader('cache-control'))
      void reply.header('cache-control', 'no-store');
    done(null, payload);
  });
};

type PatienceConfig = { readonly patienceMs?: number };

/** A route that takes longer than others, since it waits for something: not longer than this. */
export const HasPatience = (patienceMs: number): MethodDecorator =>
  RouteConfig({ patienceMs } satisfies PatienceConfig);

const patienceFor = (request: FastifyRequest): number | undefined =>
  isUpload(request) ? UPLOAD_DEADLINE_MS : (request.routeOptions.config as PatienceConfig).patienceMs;

const tooLate = (): RequestProblem =>
  new RequestProblem(503, 'store/unavailable', 'It took too long. Send it again, with the same Idempotency-Key.', {
    headers: { 'retry-after': '1' },
  });

/** Bytes that are no request at all reach no route: answered by hand. */
const refuseBytes = ({ code }: { readonly code?: string }, socket: Socket): void => {
  if (code === 'ECONNRESET' || !socket.writable) return;
  const isTooLarge = code === 'HPE_HEADER_OVERFLOW';
  const refusal = isTooLarge
    ? { status: 413, code: 'request/too-large', detail: 'The headers are too large.' }
    : { status: 400, code: 'request/unreadable', detail: 'This is no request.' };
  const body = JSON.stringify(bodyOf(refusal, newTraceId()));
  const headers = {
    ...OF_EVERY_REFUSAL,
    'content-type': 'application/problem+json',
    'content-length': Buffer.byteLength(body),
    date: new Date().toUTCString(),
    connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status]}\r\n${lines.join('')}\r\n${body}`);
};
