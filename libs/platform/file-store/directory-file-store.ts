import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { FileStore, FileTooLarge, storageKeyOf } from './file-store.js';
import type { Reception, StoredFile } from './file-store.js';

const INCOMING = 'incoming';
const A_DAY_MS = 24 * 60 * 60 * 1000;

/** Files in a directory of this machine, which several processes may share. */
export class DirectoryFileStore extends FileStore {
  constructor(private readonly directory: string) {
    super();
  }

  async put(content: AsyncIterable<Uint8Array>, { maxBytes, inspect }: Reception): Promise<StoredFile> {
    const incoming = path.join(this.directory, INCOMING);
    await makeDirectory(incoming);
    const arriving = path.join(incoming, randomUUID());
    try {
      const file = await received(content, arriving, maxBytes);
      await inspect?.({ ...file, path: arriving });
      await this.keep(arriving, file.sha256);
      return file;
    } finally {
      await rm(arriving, { force: true });
    }
  }

  async open(sha256: string): Promise<AsyncIterable<Uint8Array> | undefined> {
    const place = this.placeOf(sha256);
    return (await isThere(place)) ? (createReadStream(place) as AsyncIterable<Uint8Array>) : undefined;
  }

  /** Removes what a killed process left half received. */
  async sweep(): Promise<void> {
    const incoming = path.join(this.directory, INCOMING);
    await makeDirectory(incoming);
    for (const name of await readdir(incoming)) {
      const file = path.join(incoming, name);
      const age = await stat(file)
        .then(({ mtimeMs }) => Date.now() - mtimeMs)
        .catch(() => 0);
      if (age > A_DAY_MS) await rm(file, { force: true });
    }
  }

  /** In one step, so that nobody ever sees half a file, and on disk before anybody is told of it. */
  private async keep(arrived: string, sha256: string): Promise<void> {
    const place = this.placeOf(sha256);
    await makeDirectory(path.dirname(place));
    await rename(arrived, place);
    await syncDirectory(path.dirname(place));
  }

  private placeOf(sha256: string): string {
    return path.join(this.directory, storageKeyOf(sha256));
  }
}

const received = async (content: AsyncIterable<Uint8Array>, file: string, maxBytes: number): Promise<StoredFile> => {
  const handle = await open(file, 'wx', 0o600);
  try {
    const written = await writeAll(content, handle, maxBytes);
    await handle.sync();
    return written;
  } finally {
    await handle.close();
  }
};

const writeAll = async (
  content: AsyncIterable<Uint8Array>,
  handle: FileHandle,
  maxBytes: number,
): Promise<StoredFile> => {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const part of content) {
    bytes += part.byteLength;
    if (bytes > maxBytes) throw new FileTooLarge(maxBytes);
    hash.update(part);
    await handle.writeFile(part);
  }
  return { sha256: hash.digest('hex'), bytes };
};

/**
 * A new name in a directory is only safe once the directory is on disk: the new one's parents too. One by one, since
 * Node's own way of making them all tries again without end where nothing can ever be made, as below /proc.
 */
const makeDirectory = async (directory: string): Promise<void> => {
  if (await isThere(directory)) return;
  const parent = path.dirname(directory);
  await makeDirectory(parent);
  await mkdir(directory, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => refuseUnless(error, 'EEXIST'));
  await syncDirectory(parent);
};

const isThere = (place: string): Promise<boolean> =>
  stat(place).then(
    () => true,
    (error: NodeJS.ErrnoException) => refuseUnless(error, 'ENOENT'),
  );

const syncDirectory = async (directory: string): Promise<void> => {
  const handle = await open(directory, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

const refuseUnless = (error: NodeJS.ErrnoException, code: string): false => {
  if (error.code !== code) throw error;
  return false;
};
