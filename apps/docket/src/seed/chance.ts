import { createHash } from 'node:crypto';

/** What looks like chance, and is the same each time for one seed. */
export class Chance {
  private state: number;

  constructor(seed: string) {
    this.state = createHash('sha256').update(seed).digest().readUInt32LE(0);
  }

  /** From 0 up to, and without, 2^32. */
  private next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  }

  /** A whole number from the first up to the second, both possible. */
  between(from: number, to: number): number {
    return from + Math.floor((this.next() / 2 ** 32) * (to - from + 1));
  }

  isOneIn(count: number): boolean {
    return this.between(1, count) === 1;
  }

  pick<Item>(items: readonly Item[]): Item {
    const item = items[this.between(0, items.length - 1)];
    if (item === undefined) throw new RangeError('Nothing to choose from.');
    return item;
  }

  /** Some of them, each once. */
  some<Item>(items: readonly Item[], count: number): readonly Item[] {
    const start = this.between(0, Math.max(0, items.length - 1));
    return Array.from(
      { length: Math.min(count, items.length) },
      (_, place) => items[(start + place) % items.length],
    ).filter((item) => item !== undefined);
  }

  /** One of these names, the more often the greater its number. */
  weighed<const Name extends string>(weights: readonly (readonly [Name, number])[]): Name {
    let left = this.between(
      1,
      weights.reduce((sum, [, weight]) => sum + weight, 0),
    );
    for (const [name, weight] of weights) {
      left -= weight;
      if (left <= 0) return name;
    }
    throw new RangeError('Nothing to choose from.');
  }

  /** A UUIDv7 of this time. */
  id(at: number): string {
    const time = at.toString(16).padStart(12, '0');
    const [a, b, c] = [this.next(), this.next(), this.next()].map((part) => part.toString(16).padStart(8, '0'));
    const variant = (8 + this.between(0, 3)).toString(16);
    return `${time.slice(0, 8)}-${time.slice(8)}-7${a?.slice(0, 3)}-${variant}${a?.slice(3, 6)}-${b}${c?.slice(0, 4)}`;
  }
}
