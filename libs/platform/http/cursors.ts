import { createHmac, timingSafeEqual } from 'node:crypto';
import { RequestProblem } from './request-problem.js';

const SIGNATURE = 16;

/**
 * Where a page of a list ended, as text that callers hand back and cannot make: the values that the list is ordered by,
 * signed. A new row shifts nothing, since a page begins after these values and not at a number.
 */
export class Cursors {
  constructor(private readonly key: Buffer) {}

  encode(value: readonly string[]): string {
    const content = Buffer.from(JSON.stringify(value), 'utf8');
    return Buffer.concat([this.sign(content), content]).toString('base64url');
  }

  /** Throws `request/parameter-invalid` unless `encode` made it with the same key. */
  decode(cursor: string): readonly string[] {
    const bytes = Buffer.from(cursor, 'base64url');
    const [signature, content] = [bytes.subarray(0, SIGNATURE), bytes.subarray(SIGNATURE)];
    const isOurs = signature.length === SIGNATURE && timingSafeEqual(signature, this.sign(content));
    if (!isOurs || bytes.toString('base64url') !== cursor) throw unknownCursor();
    return JSON.parse(content.toString('utf8')) as readonly string[];
  }

  private sign(content: Buffer): Buffer {
    return createHmac('sha256', this.key).update(content).digest().subarray(0, SIGNATURE);
  }
}

const unknownCursor = (): RequestProblem =>
  new RequestProblem(400, 'request/parameter-invalid', 'The cursor is not one that a list of this desk gave.', {
    flaws: [{ parameter: 'cursor', detail: 'Send nextCursor as it was given.' }],
  });
