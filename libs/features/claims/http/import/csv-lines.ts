/** One line of a file, in bytes. Of one that is too long only its number is known. */
export type Line = {
  readonly no: number;
  readonly bytes: Buffer;
  readonly isTooLong: boolean;
  /** A record whose lines have an even number of them is complete. */
  readonly quotes: number;
};

/** More than any row may have: a text of 200,000 characters of four bytes, and what stands beside it. */
export const MAX_RECORD_BYTES = 1024 * 1024;

const LINE_FEED = 0x0a;
const QUOTE = 0x22;

/** The lines of a stream, as they come. Never more than one long line is kept, however long it is. */
export async function* linesOf(content: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  let line = new OpenLine(1);
  for await (const part of content) {
    let start = 0;
    for (let end = part.indexOf(LINE_FEED); end !== -1; end = part.indexOf(LINE_FEED, start)) {
      line.add(part.subarray(start, end));
      yield line.closed();
      line = new OpenLine(line.no + 1);
      start = end + 1;
    }
    line.add(part.subarray(start));
  }
  if (!line.isEmpty) yield line.closed();
}

class OpenLine {
  private parts: Uint8Array[] = [];
  private size = 0;

  constructor(readonly no: number) {}

  get isEmpty(): boolean {
    return this.size === 0;
  }

  add(part: Uint8Array): void {
    this.size += part.length;
    if (this.isTooLong) this.parts = [];
    else this.parts.push(part);
  }

  closed(): Line {
    const bytes = Buffer.concat(this.parts);
    return { no: this.no, bytes, isTooLong: this.isTooLong, quotes: countOf(QUOTE, bytes) };
  }

  private get isTooLong(): boolean {
    return this.size > MAX_RECORD_BYTES;
  }
}

const countOf = (byte: number, bytes: Buffer): number => {
  let count = 0;
  for (let at = bytes.indexOf(byte); at !== -1; at = bytes.indexOf(byte, at + 1)) count += 1;
  return count;
};
