import { capturedTypeOf } from './media-types.js';

describe('the type of what is archived', () => {
  it.each([
    ['text/html', 'text/html'],
    ['Text/HTML; Charset="UTF-8"', 'text/html; charset=utf-8'],
    ['application/pdf; name=a.pdf', 'application/pdf'],
    ['text/plain; format=flowed; charset=windows-1251', 'text/plain; charset=windows-1251'],
    ['text/html; charset="a b"', 'text/html'],
  ])('%s is read as %s', (given, expected) => {
    expect(capturedTypeOf(given)).toBe(expected);
  });

  it.each([undefined, '', 'image/svg+xml', 'application/zip', 'text/javascript', 'application/octet-stream', 'text'])(
    '%s is refused for good',
    (given) => {
      expect(() => capturedTypeOf(given)).toThrow(expect.objectContaining({ code: 'media-type', isFinal: true }));
    },
  );
});
