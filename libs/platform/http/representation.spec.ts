import type { FastifyReply } from 'fastify';
import { present } from './representation.js';

const PAGE = {
  body: '<p>Shells</p>',
  mediaType: 'text/html',
  modifiedAt: '2022-11-10T10:41:00.700Z',
  caching: 'public, no-cache',
};

class ReplyOnPaper {
  code = 200;
  sent: Readonly<Record<string, string>> = {};

  headers(values: Readonly<Record<string, string>>): this {
    this.sent = { ...this.sent, ...values };
    return this;
  }

  status(code: number): this {
    this.code = code;
    return this;
  }

  type(value: string): this {
    return this.headers({ 'content-type': value });
  }
}

const asked = (headers: Readonly<Record<string, string>>, body = PAGE.body) => {
  const reply = new ReplyOnPaper();
  const answer = present({ headers }, reply as unknown as FastifyReply, { ...PAGE, body });
  return { status: reply.code, headers: reply.sent, answer };
};

describe('what stands at an address', () => {
  const { headers: sent, status, answer } = asked({});
  const tag = sent['etag'] ?? '';

  it('is told with its tag, its time and how long it may be kept', () => {
    expect([status, answer]).toEqual([200, PAGE.body]);
    expect(sent).toEqual({
      etag: expect.stringMatching(/^"[\w-]{43}"$/),
      'last-modified': 'Thu, 10 Nov 2022 10:41:00 GMT',
      'cache-control': 'public, no-cache',
      'content-type': 'text/html; charset=utf-8',
    });
  });

  it.each([
    ['its tag', { 'if-none-match': tag }],
    ['its tag among others', { 'if-none-match': `"other", W/${tag}` }],
    ['any tag', { 'if-none-match': '*' }],
    ['its time', { 'if-modified-since': 'Thu, 10 Nov 2022 10:41:00 GMT' }],
    ['a later time', { 'if-modified-since': 'Fri, 11 Nov 2022 00:00:00 GMT' }],
  ])('is not sent again to who has %s', (_, headers) => {
    expect(asked(headers)).toMatchObject({ status: 304, answer: undefined, headers: { etag: tag } });
  });

  it.each([
    ['another tag', { 'if-none-match': '"other"' }],
    ['another tag and its time', { 'if-none-match': '"other"', 'if-modified-since': 'Fri, 11 Nov 2022 00:00:00 GMT' }],
    ['an earlier time', { 'if-modified-since': 'Thu, 10 Nov 2022 10:40:59 GMT' }],
    ['a time that is none', { 'if-modified-since': 'yesterday' }],
  ])('is sent to who has %s', (_, headers) => {
    expect(asked(headers)).toMatchObject({ status: 200, answer: PAGE.body });
  });

  it('has another tag when a byte of it is another', () => {
    expect(asked({}, 'Shells.').headers['etag']).not.toBe(tag);
  });
});
