import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ProblemFilter } from './problem.filter.js';
import { RequestValidation } from './request-validation.pipe.js';
import { DEADLINE_MS, prepareServer, serverOptions } from './server.js';

/** For `NestFactory.create`, with `bodyParser: false`: `useEdge` brings its own. */
export const httpAdapter = (): FastifyAdapter => new FastifyAdapter(serverOptions);

/** What every request meets before and after its route: limits, strict bodies, schemas, problems, headers. */
export const useEdge = (app: NestFastifyApplication, { deadlineMs = DEADLINE_MS } = {}): void => {
  prepareServer(app.getHttpAdapter().getInstance(), deadlineMs);
  app.useGlobalPipes(new RequestValidation());
  app.useGlobalFilters(new ProblemFilter());
  app.useSecurityHeaders({
    contentSecurityPolicy: { useDefaults: false, directives: CONTENT_SECURITY_POLICY },
    xFrameOptions: { action: 'deny' },
  });
};

/** Scripts and styles of this server only: the reference page needs both. */
const CONTENT_SECURITY_POLICY = {
  defaultSrc: "'none'",
  scriptSrc: "'self'",
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:'],
  connectSrc: "'self'",
  fontSrc: "'self'",
  frameAncestors: "'none'",
  baseUri: "'none'",
  formAction: "'self'",
};
