import { RequestMethod } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { StartRefused } from '#platform/config';
import { httpAdapter, useEdge } from '#platform/http';
import { describeApi, serveDescription } from './documents/api-description.js';

/** Routes that are not part of the versioned API: for readers, and for whoever watches the process. */
const OUTSIDE = [
  'v/:checkId',
  'v/:checkId/versions',
  'v/:checkId/versions/:versionNo',
  'scales/:deskKey/:scaleId/versions/:version',
  'feeds/:deskKey/verdicts.json',
  'feeds/:deskKey/verdicts.atom',
  'livez',
  'readyz',
];

type Options = { readonly preview?: boolean };

/** The HTTP application of this root module, not yet listening. Signals are its caller's business. */
export const createHttpApp = async (root: DynamicModule, options: Options = {}): Promise<NestFastifyApplication> => {
  const app = await NestFactory.create<NestFastifyApplication>(root, httpAdapter(), {
    ...options,
    bodyParser: false,
    abortOnError: false,
    logger: options.preview ? ['error'] : ['error', 'warn'],
  });
  app.setGlobalPrefix('v1', { exclude: OUTSIDE.map((path) => ({ path, method: RequestMethod.GET })) });
  useEdge(app);
  serveDescription(app, describeApi(app));
  return app;
};

type Address = { readonly port: number; readonly host: string };

/** Returns the port, which is another than the one asked for when that is 0. */
export const listen = async (app: NestFastifyApplication, { port, host }: Address): Promise<number> => {
  try {
    await app.init();
    await app.getHttpAdapter().getInstance().listen({ port, host }); // Nest’s own would log a refusal, which we tell
  } catch (error) {
    await app.close();
    throw refusalOf(error, { port, host }) ?? error;
  }
  const address = app.getHttpServer().address();
  return typeof address === 'object' && address !== null ? address.port : port;
};

const refusalOf = (error: unknown, { port, host }: Address): StartRefused | undefined => {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE')
    return new StartRefused(`Port ${port} of ${host} is taken: stop what listens there, or set PORT to another.`);
  if (code === 'EACCES') return new StartRefused(`Port ${port} may not be opened by this user: set PORT to another.`);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return new StartRefused(`This machine has no address ${host}: set HOST to one of its own.`);
  return undefined;
};
