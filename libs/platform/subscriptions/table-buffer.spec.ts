import type { EntityManager, EntityMetadata } from 'typeorm';
import { TableBuffer } from './table-buffer.js';

/** A table of cards, whose key is a desk and a name. */
const column = (propertyName: string, databaseName = propertyName) => ({ propertyName, databaseName });
const columns = [column('deskId', 'desk_id'), column('name'), column('colour'), column('size')];
const table = {
  tableName: 'card',
  columns,
  primaryColumns: columns.slice(0, 2),
  findColumnWithPropertyName: (name: string) => columns.find(({ propertyName }) => propertyName === name),
} as unknown as EntityMetadata;

const key = (name: string) => ({ deskId: 1, name });

describe('writes to a table that wait', () => {
  let buffer: TableBuffer;

  beforeEach(() => {
    buffer = new TableBuffer(table);
  });

  /** What is written in the end: the first word of each statement, and its rows. */
  const written = async () => {
    const statements: (readonly [string, unknown])[] = [];
    const rows = {
      query: async (sql: string, [given]: readonly [string]) => {
        const verb = sql.includes('ON CONFLICT') ? 'UPSERT' : sql.split(' ')[0];
        statements.push([verb ?? '', JSON.parse(given)]);
      },
    } as unknown as EntityManager;
    await buffer.flush(rows);
    expect(buffer.isEmpty).toBe(true);
    return statements;
  };

  it('become one statement for all rows alike', async () => {
    buffer.insert({ ...key('a'), size: 1 });
    buffer.insert({ ...key('b'), colour: 'red' });
    buffer.update(key('c'), { colour: 'blue' });
    buffer.increment(key('d'), 'size', 2);
    buffer.increment(key('d'), 'size', 3);
    expect(await written()).toEqual([
      [
        'INSERT',
        [
          { desk_id: 1, name: 'a', colour: null, size: 1 },
          { desk_id: 1, name: 'b', colour: 'red', size: null },
        ],
      ],
      ['UPDATE', [{ desk_id: 1, name: 'c', colour: 'blue' }]],
      ['UPDATE', [{ desk_id: 1, name: 'd', size: 5 }]],
    ]);
  });

  it('change a row that waits itself', async () => {
    buffer.insert({ ...key('a'), size: 1 });
    buffer.update(key('a'), { colour: 'red', size: undefined });
    buffer.increment(key('a'), 'size', -3);
    expect(buffer.update({ ...key('a'), colour: 'red' }, { colour: 'blue' })).toBe(true);
    expect(buffer.find(key('a'))).toEqual({ ...key('a'), colour: 'blue', size: -2 });
    expect(await written()).toEqual([['INSERT', [{ desk_id: 1, name: 'a', colour: 'blue', size: -2 }]]]);
  });

  it('leave nothing of a row that came and went', async () => {
    buffer.insert(key('a'));
    buffer.delete(key('a'));
    buffer.update(key('b'), { size: 1 });
    buffer.delete(key('b'));
    buffer.update(key('b'), { size: 2 });
    expect(buffer.find(key('b'))).toBeNull();
    expect(await written()).toEqual([['DELETE', [{ desk_id: 1, name: 'b' }]]]);
  });

  it('put a row in the place of one that went', async () => {
    buffer.delete(key('a'));
    buffer.insert({ ...key('a'), size: 2 });
    expect(await written()).toEqual([
      ['DELETE', [{ desk_id: 1, name: 'a' }]],
      ['INSERT', [{ desk_id: 1, name: 'a', colour: null, size: 2 }]],
    ]);
  });

  it('take away all rows of a part of the key, and not those that come later', async () => {
    buffer.insert(key('a'));
    buffer.delete({ deskId: 1 });
    buffer.insert(key('b'));
    expect(buffer.touches(key('c'))).toBe(true);
    expect(await written()).toEqual([
      ['DELETE', [{ desk_id: 1 }]],
      ['INSERT', [{ desk_id: 1, name: 'b', colour: null, size: null }]],
    ]);
  });

  it('put a row there, or change what stands there', async () => {
    buffer.upsert({ ...key('a'), size: 1 });
    buffer.upsert({ ...key('a'), colour: 'red' });
    buffer.insert(key('b'));
    buffer.upsert({ ...key('b'), size: 4 });
    expect(buffer.find(key('a'))).toEqual({ ...key('a'), colour: 'red', size: 1 });
    expect(await written()).toEqual([
      ['INSERT', [{ desk_id: 1, name: 'b', colour: null, size: 4 }]],
      ['UPSERT', [{ desk_id: 1, name: 'a', size: 1, colour: 'red' }]],
    ]);
  });

  it('say what they cannot know, for the table to be asked', () => {
    expect(buffer.find(key('a'))).toBeUndefined();
    expect(buffer.touches(key('a'))).toBe(false);
    buffer.update(key('a'), { size: 1 });
    expect(buffer.find(key('a'))).toBeUndefined();
    expect(buffer.touches(key('a'))).toBe(true);
    expect(buffer.insert(key('a'))).toBe(false);
    expect(buffer.update({ ...key('b'), size: 1 }, { size: 2 })).toBe(false);
    expect(buffer.update({ name: 'a' }, { size: 2 })).toBe(false);
    expect(buffer.delete({ colour: 'red' })).toBe(false);
  });
});
