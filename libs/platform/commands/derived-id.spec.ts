import { derivedId } from './derived-id.js';

const at = '2026-11-22T10:00:00.000Z';

describe('a derived id', () => {
  it('is a UUIDv8 that begins with the time of its source', () => {
    const id = derivedId(at, 'ring.1.b1/Ring/b1');
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(Date.parse(at));
  });

  it('is the same for the same work, and for no other', () => {
    expect(derivedId(at, 'ring.1.b1')).toBe(derivedId(at, 'ring.1.b1'));
    expect(derivedId(at, 'ring.1.b2')).not.toBe(derivedId(at, 'ring.1.b1'));
    expect(derivedId('2026-11-22T10:00:00.001Z', 'ring.1.b1')).not.toBe(derivedId(at, 'ring.1.b1'));
  });
});
