import type { IncomingMessage } from 'node:http';
import { PassThrough, Writable } from 'node:stream';
import type { Duplex } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { CaptureFailed } from './web-archive.js';

export const ACCEPTED_ENCODINGS = 'gzip, deflate, br';

const DECODERS: Readonly<Record<string, () => Duplex>> = {
  identity: () => new PassThrough(),
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/** The whole body, uncompressed; stops as soon as it is larger than the limit, however small it was on its way. */
export const bodyOf = async (answer: IncomingMessage, maxBytes: number, signal: AbortSignal): Promise<Uint8Array> => {
  if (Number(answer.headers['content-length'] ?? 0) > maxBytes) throw tooLarge(maxBytes);
  const decoder = DECODERS[(answer.headers['content-encoding'] ?? 'identity').trim().toLowerCase()];
  if (decoder === undefined) throw new CaptureFailed('media-type', 'The answer is packed in an unknown way.', true);
  const body = new LimitedBody(maxBytes);
  await pipeline(answer, decoder(), body, { signal });
  return Buffer.concat(body.parts);
};

class LimitedBody extends Writable {
  readonly parts: Uint8Array[] = [];
  private bytes = 0;

  constructor(private readonly maxBytes: number) {
    super();
  }

  override _write(part: Uint8Array, _encoding: BufferEncoding, done: (error?: Error) => void): void {
    this.bytes += part.byteLength;
    this.parts.push(part);
    done(this.bytes > this.maxBytes ? tooLarge(this.maxBytes) : undefined);
  }
}

const tooLarge = (maxBytes: number): CaptureFailed =>
  new CaptureFailed('too-large', `What stands there is larger than ${maxBytes} bytes.`, true);
