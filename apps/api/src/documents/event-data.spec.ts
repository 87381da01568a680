import { eventData } from './event-data.js';

describe('the data of events', () => {
  const { ofEvents, named } = eventData();

  it('is written out where several types are joined', () => {
    expect(ofEvents.get('RulingSubmitted')).toMatch(
      /^\{ label: Key; finding: Finding; .*evidenceSet: number; .*rulingId: string;/,
    );
  });

  it('names no type that is not written out too', () => {
    const words = [...ofEvents.values(), ...named.values()].flatMap((text) => text.match(/\b[A-Z]\w+/g) ?? []);
    const parameters = ['Level', 'Value']; // of types that take one
    const known = [...named.keys(), 'Omit', 'Readonly', 'Record', ...parameters];
    expect([...new Set(words)].filter((word) => !known.includes(word) && !/["']/.test(word))).toEqual([]);
  });

  it('says what a list of words holds', () => {
    expect(named.get('Stance')).toBe('"supports" | "refutes" | "context"');
  });
});
