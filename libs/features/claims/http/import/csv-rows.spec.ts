import { DomainError } from '#kernel';
import { MAX_RECORD_BYTES } from './csv-lines.js';
import { csvFile } from './csv-rows.js';
import type { ImportRow } from './import-row.js';

/** A file in parts of this size, as a network may give it. */
async function* inParts(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

const read = async (content: string | Buffer, { size = 7, language = 'en' } = {}) => {
  const file = await csvFile(inParts(Buffer.from(content), size), language);
  const rows: ImportRow[] = [];
  for await (const row of file.rows) rows.push(row);
  return { rows, ignored: file.ignoredColumns };
};

const said = (row: ImportRow | undefined) => (row !== undefined && 'said' in row ? row.said : undefined);
const textOf = (row: ImportRow) => ('said' in row ? row.said['text'] : row.flaw.code);

const around = (broken: string | Buffer) =>
  Buffer.concat([
    Buffer.from('externalKey,text\na,One.\n'),
    Buffer.from(broken),
    Buffer.from('\nz,"Last, not least."\n'),
  ]);

describe('a file of rows', () => {
  it('says what its cells say', async () => {
    const { rows, ignored } = await read(
      'External Key,text,source_url,publisher-key,publisherName,publishedOn,colour\r\n' +
        'row 7,One.,https://desk.example/7,org:kcna,KCNA,2022-11-07,red\r\n',
    );
    expect(ignored).toEqual(['colour']);
    expect(rows).toEqual([
      {
        row: 1,
        line: 2,
        said: {
          kind: 'import',
          language: 'en',
          externalKey: 'row 7',
          text: 'One.',
          sourceUrl: 'https://desk.example/7',
          publisher: { key: 'org:kcna', name: 'KCNA', kind: 'organisation' },
          publishedOn: { from: '2022-11-07', to: '2022-11-07', precision: 'day', basis: 'The imported row says so.' },
        },
      },
    ]);
  });

  it('keeps texts exactly: quotes, line ends and spaces inside, signs beyond 16 bits', async () => {
    const { rows } = await read('externalKey,text\na," He said ""no"",\r\n\r\n🚀 ĝi. "\n', { size: 1 });
    expect(said(rows[0])).toMatchObject({ text: ' He said "no",\r\n\r\n🚀 ĝi. ' });
  });

  it('says nothing of an empty cell, and takes the language of the row before the one asked for', async () => {
    const { rows } = await read('externalKey,text,title,language\na,One.,,de\nb,Two.,,\n');
    expect(rows.map(said)).toEqual([
      { kind: 'import', externalKey: 'a', text: 'One.', language: 'de' },
      { kind: 'import', externalKey: 'b', text: 'Two.', language: 'en' },
    ]);
  });

  it.each([';', '\t'])('finds what divides its fields: %j', async (sign) => {
    const { rows } = await read(`\uFEFFexternalKey${sign}text\na${sign}One, two.\n`);
    expect(said(rows[0])).toMatchObject({ externalKey: 'a', text: 'One, two.' });
  });

  it('counts rows without empty lines, and lines with them', async () => {
    const { rows } = await read('externalKey,text\n\n\r\na,"One\n\ntwo"\n\nb,Three');
    expect(rows.map(({ row, line }) => [row, line])).toEqual([
      [1, 4],
      [2, 8],
    ]);
  });

  it.each([
    ['no line', ''],
    ['no column for the key', 'id,text\n'],
    ['no column for the text', 'externalKey,body\n'],
    ['a column twice', 'externalKey,text,Text\n'],
    ['a broken first row', 'externalKey,"text\n'],
    ['another encoding', Buffer.from('externalKey,text\n', 'utf16le')],
  ])('is refused as a whole with %s', async (_, content) => {
    await expect(read(content)).rejects.toMatchObject({ status: 422, code: 'request/invalid' });
  });
});

describe('a broken row', () => {
  it.each<[string, string | Buffer, string]>([
    ['opens a quotation that is never closed', 'b,"Two.', 'request/invalid'],
    ['has a quotation mark in the middle', 'b,Two "and" more', 'request/invalid'],
    ['has something behind a quotation', 'b,"Two" and more', 'request/invalid'],
    ['has one quotation mark', 'b,Two" more', 'request/invalid'],
    ['has a field too many', 'b,Two,three', 'request/invalid'],
    ['has a field too few', 'b', 'request/invalid'],
    ['is not UTF-8', Buffer.from([0x62, 0x2c, 0xff, 0xfe]), 'desk/text-unreadable'],
    ['is cut inside a character', Buffer.from([0x62, 0x2c, 0xf0, 0x9f, 0x9a]), 'desk/text-unreadable'],
    ['holds half a surrogate pair', Buffer.from([0x62, 0x2c, 0xed, 0xa0, 0x80]), 'desk/text-unreadable'],
    ['is longer than any row may be', `b,${'x'.repeat(MAX_RECORD_BYTES)}`, 'request/too-large'],
  ])('stops no other: it %s', async (_, broken, code) => {
    const { rows } = await read(around(broken), { size: 4096 });
    expect(rows.map(textOf)).toEqual(['One.', code, 'Last, not least.']);
    expect(rows.map(({ line }) => line)).toEqual([2, 3, 4]);
  });

  it('says why in a sentence', async () => {
    const { rows } = await read(around('b'));
    const [, broken] = rows;
    const flaw = broken !== undefined && 'flaw' in broken ? broken.flaw : undefined;
    expect(flaw).toBeInstanceOf(DomainError);
    expect(flaw?.message).toBe('The row has 1 fields, and not 2 as the first one says.');
  });

  it('that is one of thousands costs the others nothing', async () => {
    const lines = Array.from({ length: 5000 }, (_, place) =>
      place % 10 === 0 ? `${place},"never closed` : `${place},"Text ${place}, with a comma."`,
    );
    const { rows } = await read(['externalKey,text', ...lines].join('\n'), { size: 65_536 });
    expect(rows).toHaveLength(5000);
    expect(rows.filter((row) => 'flaw' in row)).toHaveLength(500);
    expect(rows.map(({ line }) => line)).toEqual(lines.map((_, place) => place + 2));
  });
});
