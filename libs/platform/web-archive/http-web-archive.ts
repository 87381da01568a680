import { lookup } from 'node:dns/promises';
import type { IncomingMessage } from 'node:http';
import { bodyOf } from './answer-body.js';
import { answerFrom } from './connection.js';
import { destinationOf } from './destination.js';
import type { Resolve } from './destination.js';
import { capturedTypeOf } from './media-types.js';
import { CaptureFailed, WebArchive, addressRefused } from './web-archive.js';
import type { Snapshot } from './web-archive.js';

const MAX_REDIRECTS = 5;
const FINAL_STATUSES = [401, 403, 404, 410];
const REDIRECTS = [301, 302, 303, 307, 308];

export type CaptureLimits = {
  /** Hosts, or `host:port`, that may be reached although they would be refused. */
  readonly allow: readonly string[];
  /** After decompression. */
  readonly maxBytes: number;
  /** For everything together: names, redirects, body. */
  readonly timeoutMs: number;
};

/**
 * Fetches from the public web and nowhere else, whatever an address says or its host answers: the whole check is made
 * for the address and again for each redirect. Settings for proxies in the environment are not looked at.
 */
export class HttpWebArchive extends WebArchive {
  constructor(
    private readonly limits: CaptureLimits,
    private readonly resolve: Resolve = resolveByTheSystem,
  ) {
    super();
  }

  async capture(url: string): Promise<Snapshot> {
    const signal = AbortSignal.timeout(this.limits.timeoutMs);
    try {
      return await this.follow(url, signal);
    } catch (error) {
      throw this.failureOf(error, signal);
    }
  }

  private async follow(url: string, signal: AbortSignal): Promise<Snapshot> {
    let at = parsed(url);
    for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
      const answer = await this.ask(at, signal);
      try {
        const next = redirectOf(answer);
        if (next === undefined) return await this.snapshotOf(answer, signal);
        at = parsed(next, at);
      } finally {
        answer.destroy();
      }
    }
    throw new CaptureFailed('too-many-redirects', `More than ${MAX_REDIRECTS} redirects.`, true);
  }

  private async ask(url: URL, signal: AbortSignal): Promise<IncomingMessage> {
    const resolve: Resolve = (hostname) => inTime(this.resolve(hostname), signal);
    return answerFrom(await destinationOf(url, this.limits.allow, resolve), signal);
  }

  private async snapshotOf(answer: IncomingMessage, signal: AbortSignal): Promise<Snapshot> {
    const { statusCode = 0, headers } = answer;
    if (statusCode !== 200)
      throw new CaptureFailed(
        `http-${statusCode}`,
        `The address answered with status ${statusCode}.`,
        FINAL_STATUSES.includes(statusCode),
      );
    const mediaType = capturedTypeOf(headers['content-type']);
    return { content: await bodyOf(answer, this.limits.maxBytes, signal), mediaType };
  }

  /** What the network, the agent or the decoder threw, in our words: an address of somebody's network is not repeated. */
  private failureOf(error: unknown, signal: AbortSignal): CaptureFailed {
    if (error instanceof CaptureFailed) return error;
    if (signal.aborted) return new CaptureFailed('timeout', `It took longer than ${this.limits.timeoutMs} ms.`, false);
    const { message, code = 'no code' } = error as NodeJS.ErrnoException;
    if (REFUSED_BY_THE_AGENT.test(message)) return addressRefused('The address leads to a network that is not public.');
    return new CaptureFailed('unreachable', `The connection failed (${code}).`, false);
  }
}

const REFUSED_BY_THE_AGENT = /^DNS lookup .* is not allowed\./;

const resolveByTheSystem: Resolve = (hostname) => lookup(hostname, { all: true });

const parsed = (url: string, base?: URL): URL => {
  if (!URL.canParse(url, base?.href)) throw addressRefused('This is no address.');
  return new URL(url, base);
};

const redirectOf = ({ statusCode = 0, headers: { location } }: IncomingMessage): string | undefined =>
  REDIRECTS.includes(statusCode) ? location : undefined;

/** Looking up a name cannot be stopped, only left. */
const inTime = <Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> =>
  new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error('Too late.')), { once: true });
    work.then(resolve, reject);
  });
