import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';

/** Names a web archive among zip files. */
const MANIFEST = 'datapackage.json';

const MAX_COMMENT = 0xffff;
const MAX_DIRECTORY = 4 * 1024 * 1024;

/** Layout of the record at the end of a zip file, and of an entry of its directory (PKWARE's APPNOTE 4.3). */
const END = { signature: 0x06054b50, length: 22, directoryBytes: 12, directoryOffset: 16 };
const ENTRY = { signature: 0x02014b50, length: 46, nameBytes: 28, extraBytes: 30, commentBytes: 32 };

/** Whether a zip file says that it is a WACZ. Only its list of names is read: nothing in it is unpacked. */
export const isWebArchive = async (file: string): Promise<boolean> => {
  const handle = await open(file, 'r');
  try {
    const directory = await directoryOf(handle);
    return directory !== undefined && hasName(directory, MANIFEST);
  } finally {
    await handle.close();
  }
};

const directoryOf = async (handle: FileHandle): Promise<Buffer | undefined> => {
  const { size } = await handle.stat();
  const tail = await read(
    handle,
    Math.max(0, size - END.length - MAX_COMMENT),
    Math.min(size, END.length + MAX_COMMENT),
  );
  const at = tail.lastIndexOf(signatureBytes(END.signature));
  if (at === -1 || at + END.length > tail.length) return undefined;
  const bytes = tail.readUInt32LE(at + END.directoryBytes);
  const offset = tail.readUInt32LE(at + END.directoryOffset);
  return bytes > MAX_DIRECTORY || offset + bytes > size ? undefined : read(handle, offset, bytes);
};

const hasName = (directory: Buffer, wanted: string): boolean => {
  for (let at = 0; at + ENTRY.length <= directory.length;) {
    if (directory.readUInt32LE(at) !== ENTRY.signature) return false;
    const nameBytes = directory.readUInt16LE(at + ENTRY.nameBytes);
    const name = directory.toString('utf8', at + ENTRY.length, at + ENTRY.length + nameBytes);
    if (name === wanted) return true;
    const rest = directory.readUInt16LE(at + ENTRY.extraBytes) + directory.readUInt16LE(at + ENTRY.commentBytes);
    at += ENTRY.length + nameBytes + rest;
  }
  return false;
};

const signatureBytes = (signature: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(signature);
  return bytes;
};

const read = async (handle: FileHandle, position: number, length: number): Promise<Buffer> => {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
};
