import { createHash, randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readFile, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { DirectoryFileStore, acceptedTypeOf, storageKeyOf } from '#platform/file-store';

let directory = '';

beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'docket-files-'));
});
afterEach(() => rm(directory, { recursive: true }));

describe('a store of files', () => {
  it('keeps a file under the hash of its content', async () => {
    const content = randomBytes(100);
    const file = await put(parts(content.subarray(0, 60), content.subarray(60)));
    expect(file).toEqual({ sha256: sha256(content), bytes: 100 });
    expect(storageKeyOf(file.sha256)).toMatch(/^sha256\/[0-9a-f]{2}\/[0-9a-f]{62}$/);
    expect(await readFile(path.join(directory, storageKeyOf(file.sha256)))).toEqual(content);
  });

  it('keeps the same content once, also when it comes twice at once', async () => {
    const content = randomBytes(100);
    await Promise.all([put(parts(content)), put(parts(content)), put(parts(content))]);
    expect(await filesLeft()).toHaveLength(1);
  });

  it('opens what it keeps, and nothing else', async () => {
    const store = new DirectoryFileStore(directory);
    const { sha256: hash } = await put(parts(Buffer.from('kept')));
    const opened = await store.open(hash);
    expect(opened === undefined ? '' : (await buffer(opened)).toString()).toBe('kept');
    await expect(store.open(sha256(Buffer.from('never given')))).resolves.toBeUndefined();
  });

  it('leaves nothing of a file that is too large', async () => {
    await expect(put(parts(randomBytes(60), randomBytes(41)))).rejects.toThrow('at most 100 bytes');
    expect(await filesLeft()).toEqual([]);
  });

  it('leaves nothing of a file that breaks off', async () => {
    await expect(put(breakingOff())).rejects.toThrow('the line is dead');
    expect(await filesLeft()).toEqual([]);
  });

  it('leaves nothing of a file that is not let in, which is all there when it is looked at', async () => {
    const content = randomBytes(50);
    const seen: Buffer[] = [];
    const inspect = async ({ path: place }: { readonly path: string }) => {
      seen.push(await readFile(place));
      throw new Error('not this one');
    };
    const store = new DirectoryFileStore(directory);
    await expect(store.put(parts(content), { maxBytes: 100, inspect })).rejects.toThrow('not this one');
    expect(seen).toEqual([content]);
    expect(await filesLeft()).toEqual([]);
  });
});

describe('a place where nothing can be made', () => {
  it('is told at once', async () => {
    const store = new DirectoryFileStore('/proc/docket/files');
    await expect(store.sweep()).rejects.toThrow(/ENOENT|EACCES/);
  });
});

describe('what a killed process left half received', () => {
  it('is removed after a day, and not before', async () => {
    const incoming = path.join(directory, 'incoming');
    await mkdir(incoming);
    for (const name of ['left', 'arriving']) await writeFile(path.join(incoming, name), 'half of it');
    const yesterday = new Date(Date.now() - 25 * 60 * 60 * 1000);
    await utimes(path.join(incoming, 'left'), yesterday, yesterday);
    await new DirectoryFileStore(directory).sweep();
    expect(await readdir(incoming)).toEqual(['arriving']);
  });
});

describe('the type of a file', () => {
  it.each([
    ['a PNG', () => PNG, 'image/png'],
    ['a JPEG', () => JPEG, 'image/jpeg'],
    ['a WebP', () => WEBP, 'image/webp'],
    ['a PDF', () => PDF, 'application/pdf'],
    ['an MP4', () => MP4, 'video/mp4'],
    ['a text', () => 'Ĝis la revido\n', 'text/plain'],
    ['a text that begins like a picture', () => 'BMW, it says, never sold them.', 'text/plain'],
    ['a text that says its charset', () => 'Ĝis', 'text/plain; charset=UTF-8'],
    ['a text that begins with a bracket', () => '<quote> said the man, and left.', 'text/plain'],
    ['a table', () => 'a;b\r\n1;2\r\n', 'text/csv'],
    ['a web archive', () => zip('archive/data.warc.gz', 'datapackage.json'), 'application/wacz'],
  ])('is taken when it is what it says: %s', async (_, content, said) => {
    await expect(typeOf(content(), said)).resolves.toBe(said.split(';')[0]);
  });

  it.each([
    ['no type at all', () => PNG, undefined],
    ['any type', () => PNG, 'application/octet-stream'],
    ['a PNG that says it is a JPEG', () => PNG, 'image/jpeg'],
    ['a PNG that says it is a text', () => PNG, 'text/plain'],
    ['a text that says it is a PNG', () => 'PNG', 'image/png'],
    ['a PDF that says it is a text', () => '%PDF-1.4\n1 0 obj\n', 'text/plain'],
    ['a page', () => '<!DOCTYPE html><script>alert(1)</script>', 'text/plain'],
    ['a page behind a comment', () => ' <!-- nothing to see -->\n<script>alert(1)</script>', 'text/plain'],
    ['a page that begins in its midst', () => '<body onload="alert(1)">', 'text/csv'],
    ['a page behind much white space', () => `${' '.repeat(1400)}<script>alert(1)</script>`, 'text/plain'],
    ['a page, as such', () => '<!DOCTYPE html>', 'text/html'],
    ['an SVG', () => '<svg xmlns="http://www.w3.org/2000/svg"/>', 'image/svg+xml'],
    ['an SVG that says it is a text', () => ' \n<svg onload="alert(1)"/>', 'text/plain'],
    ['a GIF', () => Buffer.from('GIF89a\x01\x00\x01\x00\x00\x00\x00;', 'latin1'), 'image/gif'],
    ['a program', () => Buffer.from('\x7fELF\x02\x01\x01', 'latin1'), 'text/plain'],
    ['an archive', () => zip('evil.exe'), 'application/zip'],
    ['an archive that says it is of web pages', () => zip('archive/evil.exe'), 'application/wacz'],
    ['a text that says it is a web archive', () => 'datapackage.json', 'application/wacz'],
    ['a cut web archive', () => zip('datapackage.json').subarray(0, 60), 'application/wacz'],
    ['nothing', () => '', 'text/plain'],
    ['a text of another charset', () => Buffer.from('Käse', 'latin1'), 'text/plain'],
    ['a text that says another charset', () => 'Käse', 'text/plain; charset=iso-8859-1'],
    ['a text that is cut in a character', () => Buffer.from('Ĝ').subarray(0, 1), 'text/plain'],
    ['a text with control characters', () => 'a\u0000b', 'text/plain'],
    ['a text with an escape', () => '\u001b[31mred', 'text/csv'],
  ])('is not taken otherwise: %s', async (_, content, said) => {
    await expect(typeOf(content(), said)).resolves.toBeUndefined();
  });
});

const filesLeft = async () => {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile());
};

const put = (content: AsyncIterable<Uint8Array>, maxBytes = 100) =>
  new DirectoryFileStore(directory).put(content, { maxBytes });

const typeOf = async (content: string | Buffer, said: string | undefined) => {
  const file = path.join(directory, 'file');
  await writeFile(file, content);
  return acceptedTypeOf(file, said);
};

const sha256 = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');

async function* parts(...content: readonly Uint8Array[]) {
  yield* content;
}

async function* breakingOff() {
  yield randomBytes(50);
  throw new Error('the line is dead');
}

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const JPEG = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex');
const WEBP = Buffer.concat([
  Buffer.from('RIFF'),
  Buffer.from([26, 0, 0, 0]),
  Buffer.from('WEBPVP8L'),
  Buffer.alloc(18),
]);
const PDF = '%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n';
const MP4 = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypisom\0\0\x02\0isommp41'), Buffer.alloc(16)]);

/** Of empty files with these names. */
const zip = (...names: readonly string[]): Buffer => {
  const local = names.map((name) => record(0x04034b50, 30, name, 26));
  const directory = names.map((name) => record(0x02014b50, 46, name, 28));
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(Buffer.concat(local).length, 16);
  return Buffer.concat([...local, ...directory, end]);
};

const record = (signature: number, length: number, name: string, nameLengthAt: number): Buffer => {
  const head = Buffer.alloc(length);
  head.writeUInt32LE(signature);
  head.writeUInt16LE(name.length, nameLengthAt);
  return Buffer.concat([head, Buffer.from(name)]);
};
