/** A file that is kept, by what it contains. */
export type StoredFile = { readonly sha256: string; readonly bytes: number };

/** A file that is all there, and not kept yet. */
export type ReceivedFile = StoredFile & { readonly path: string };

export type Reception = {
  readonly maxBytes: number;
  /** Looks at the whole file before it is kept. What it throws is thrown, and nothing is kept. */
  readonly inspect?: (file: ReceivedFile) => Promise<void>;
};

/** It is larger than it may be. */
export class FileTooLarge extends Error {
  override readonly name = 'FileTooLarge';

  constructor(readonly maxBytes: number) {
    super(`A file may have at most ${maxBytes} bytes.`);
  }
}

/** Files under the hash of their content, for ever. The same content is kept once. */
export abstract class FileStore {
  /**
   * Keeps the content, wholly and on disk when this resolves. If it breaks off, is too large or is not let in, nothing of
   * it is left.
   */
  abstract put(content: AsyncIterable<Uint8Array>, reception: Reception): Promise<StoredFile>;

  /** Its content; `undefined` if there is no such file. */
  abstract open(sha256: string): Promise<AsyncIterable<Uint8Array> | undefined>;
}

/** Where a file is, whatever store keeps it: the same content has the same place for ever. */
export const storageKeyOf = (sha256: string): string => `sha256/${sha256.slice(0, 2)}/${sha256.slice(2)}`;
