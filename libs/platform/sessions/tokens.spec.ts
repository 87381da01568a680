import { assert, constantFrom, nat, property } from 'fast-check';
import { hashToken, isToken, issueToken } from './tokens.js';

describe('a token', () => {
  it('has a form that scanners know', () => {
    expect(issueToken().token).toMatch(/^dkt_desk_[0-9A-Za-z]{11}_[0-9A-Za-z]{43}_[0-9A-Za-z]{6}$/);
    expect(issueToken('test').token).toMatch(/^dkt_test_/);
  });

  it('is another one each time, and so is its id', () => {
    const made = Array.from({ length: 100 }, () => issueToken());
    expect(new Set(made.map(({ token }) => token)).size).toBe(100);
    expect(new Set(made.map(({ id }) => id)).size).toBe(100);
  });

  it('carries its id and is kept as its hash', () => {
    const { token, id, hash } = issueToken();
    expect(token).toContain(`_${id}_`);
    expect(hash).toEqual(hashToken(token));
    expect(hash).toHaveLength(32);
    expect(token).not.toContain(hash.toString('hex'));
  });
});

describe('a look at a token', () => {
  const { token } = issueToken();

  it('knows one that was issued', () => {
    expect(isToken(token)).toBe(true);
  });

  it.each([
    ['nothing', ''],
    ['a word', 'secret'],
    ['one that is cut short', token.slice(0, -1)],
    ['one without its checksum', token.slice(0, token.lastIndexOf('_'))],
    ['one with something behind it', `${token} `],
    ['another kind of token', token.replace('dkt_', 'ghp_')],
  ])('refuses %s', (_, text) => {
    expect(isToken(text)).toBe(false);
  });

  it('refuses any other character in it', () => {
    assert(
      property(nat({ max: token.length - 1 }), constantFrom('a', 'Z', '0', '9', '_', '-'), (place, character) => {
        const other = token.slice(0, place) + character + token.slice(place + 1);
        expect(isToken(other)).toBe(other === token);
      }),
    );
  });
});
