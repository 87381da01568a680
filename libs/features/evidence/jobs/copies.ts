import { createHash } from 'node:crypto';
import type { DataOf } from '#kernel';
import { storageKeyOf } from '#platform/file-store';
import type { FileStore } from '#platform/file-store';
import { FinalFailure } from '#platform/jobs';
import type { WebArchive } from '#platform/web-archive';
import type { RecordArchive } from '../domain/evidence.commands.js';
import type { Capture, GivenFile } from '../domain/evidence.state.js';

/** A copy that the desk holds. */
export type Copy = Omit<DataOf<RecordArchive>, 'archiveRun'>;

type Sources = { readonly files: FileStore; readonly web: WebArchive };

/** The file that was given is not there any more, or not what it was. */
export class FileLost extends FinalFailure {
  constructor(readonly code: 'file-missing' | 'file-damaged') {
    super(code === 'file-missing' ? 'The file is not there any more.' : 'The file is not what it was.');
  }
}

/** The desk's own copy: of the file that was given; else of what stands at the address; else the note itself. */
export const copyOf = async ({ file, url, note = '' }: Capture, { files, web }: Sources): Promise<Copy> => {
  if (file !== undefined) return copyOfFile(file, files);
  if (url === undefined) return kept(Buffer.from(note, 'utf8'), 'text/plain; charset=utf-8', 'docket-note', files);
  const { content, mediaType } = await web.capture(url);
  return kept(content, mediaType, 'docket-http', files);
};

/** It was kept when it was given: it is hashed again, since it is the copy on which people will rely. */
const copyOfFile = async ({ sha256, bytes, mediaType }: GivenFile, files: FileStore): Promise<Copy> => {
  const content = await files.open(sha256);
  if (content === undefined) throw new FileLost('file-missing');
  const hash = createHash('sha256');
  for await (const part of content) hash.update(part);
  if (hash.digest('hex') !== sha256) throw new FileLost('file-damaged');
  return { sha256, bytes, mediaType, storageKey: storageKeyOf(sha256), tool: 'docket-upload' };
};

const kept = async (content: Uint8Array, mediaType: string, tool: string, files: FileStore): Promise<Copy> => {
  const { sha256, bytes } = await files.put(once(content), { maxBytes: content.byteLength });
  return { sha256, bytes, mediaType, storageKey: storageKeyOf(sha256), tool };
};

async function* once(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield content;
}
