import { randomBytes } from 'node:crypto';
import { array, assert, property, string } from 'fast-check';
import { Cursors } from './cursors.js';
import { RequestProblem } from './request-problem.js';

const cursors = new Cursors(randomBytes(32));

describe('a cursor', () => {
  it('gives back what it was made of', () => {
    assert(property(array(string()), (value) => expect(cursors.decode(cursors.encode(value))).toEqual(value)));
  });

  it('shows nobody a way to make another one', () => {
    const [made, other] = [
      cursors.encode(['2022-11-02', 'c4']),
      new Cursors(randomBytes(32)).encode(['2022-11-02', 'c4']),
    ];
    expect(made).not.toBe(other);
    expect(made).toMatch(/^[\w-]+$/);
  });

  it.each([
    ['nothing', ''],
    ['a word', 'next'],
    ['one of another key', new Cursors(randomBytes(32)).encode(['a'])],
    ['one that is cut short', cursors.encode(['a', 'b']).slice(0, -2)],
    ['one with something behind it', `${cursors.encode(['a'])}AA`],
    ['one with a mark of another alphabet', `${cursors.encode(['a'])}=`],
    ['its content alone', Buffer.from(JSON.stringify(['a'])).toString('base64url')],
  ])('that is %s is refused', (_, cursor) => {
    expect(() => cursors.decode(cursor)).toThrow(RequestProblem);
  });

  it('with any other character in it is refused', () => {
    const made = cursors.encode(['2022-11-02', 'c4']);
    for (const place of made.slice(0, -1).split('').keys()) {
      const other = made.slice(0, place) + (made[place] === 'A' ? 'B' : 'A') + made.slice(place + 1);
      expect(() => cursors.decode(other)).toThrow(RequestProblem);
    }
  });
});
