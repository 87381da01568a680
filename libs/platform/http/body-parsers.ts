import { Readable } from 'node:stream';
import type { FastifyError, FastifyInstance, FastifyRequest } from 'fastify';
import { RequestProblem } from './request-problem.js';
import { strictJson } from './strict-json.js';

/** In the `config` of a route whose body is a file: it gets the stream, whatever its media type. */
export type UploadConfig = { readonly upload?: boolean };

type Parsed = (error: FastifyError | RequestProblem | null, body?: unknown) => void;

/** JSON, read strictly; or, where a route asks for it, the bytes of a file as they come. Anything else is refused. */
export const readBodies = (server: FastifyInstance): void => {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body: Buffer, done: Parsed) => {
    if (isEncoded(request)) done(mediaType(request));
    else if (isUpload(request)) done(null, Readable.from([body]));
    else settle(() => strictJson(body), done);
  });
  server.addContentTypeParser('*', (request, body, done: Parsed) => {
    if (isUpload(request) && !isEncoded(request)) done(null, body);
    else done(mediaType(request));
  });
};

const settle = (parse: () => unknown, done: Parsed): void => {
  let body: unknown;
  try {
    body = parse();
  } catch (error) {
    done(error as RequestProblem);
    return;
  }
  done(null, body);
};

export const isUpload = ({ routeOptions }: FastifyRequest): boolean =>
  (routeOptions.config as UploadConfig).upload === true;

const isEncoded = ({ headers }: FastifyRequest): boolean =>
  (headers['content-encoding'] ?? 'identity').toLowerCase() !== 'identity';

const mediaType = (request: FastifyRequest): RequestProblem =>
  new RequestProblem(
    415,
    'request/media-type',
    isUpload(request) ? 'Send the file itself, not encoded.' : 'Send JSON, not encoded, as application/json.',
  );
