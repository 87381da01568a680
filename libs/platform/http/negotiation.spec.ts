import { preferred } from './negotiation.js';

const OFFERS = ['application/json', 'application/ld+json', 'text/html'] as const;
const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8';

describe('the media type of an answer', () => {
  it.each([
    [undefined, 'application/json'],
    ['*/*', 'application/json'],
    [BROWSER, 'text/html'],
    ['text/html', 'text/html'],
    ['TEXT/HTML; charset=utf-8', 'text/html'],
    ['text/*', 'text/html'],
    ['application/ld+json, */*', 'application/ld+json'],
    ['application/ld+json;q=0.5, application/json;q=0.4', 'application/ld+json'],
    ['application/*, text/html;q=0.9', 'application/json'],
    ['*/*, application/json;q=0', 'application/ld+json'],
    ['text/html;q=0.2, application/json;q=0.1', 'text/html'],
    ['text/html;q=nonsense, application/ld+json', 'application/ld+json'],
  ])('for %s is %s', (accept, wanted) => {
    expect(preferred(accept, OFFERS)).toBe(wanted);
  });

  it.each(['image/png', 'text/plain, image/*', 'text/html;q=0', '*/*;q=0', '', 'html'])('for %s is none', (accept) => {
    expect(preferred(accept, OFFERS)).toBeUndefined();
  });
});
