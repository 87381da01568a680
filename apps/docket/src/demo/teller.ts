import { stripVTControlCharacters, styleText } from 'node:util';
import type { Instant } from '#kernel';

type Style = Parameters<typeof styleText>[0];

const CLOCK_WIDTH = 8;
const NAME_WIDTH = 7;
const WHAT_WIDTH = 58;

/** Tells the demo's story, a line a step: who, what, and what came of it. In colour where the terminal can. */
export class Teller {
  /** The time of the script, once it has begun. */
  now: Instant | undefined;

  constructor(private readonly write: (line: string) => void = console.log) {}

  chapter(title: string): void {
    this.write('');
    this.write(paint(['bold'], title));
  }

  /** A step that was taken, and the events it left. */
  step(who: string, what: string, outcome: string): void {
    this.line(paint(['cyan'], who.padEnd(NAME_WIDTH)), what, paint(['gray'], outcome));
  }

  /** What a job did, by its own name. */
  job(name: string, what: string, outcome: string): void {
    this.line(paint(['magenta'], 'job'.padEnd(NAME_WIDTH)), `${name}: ${what}`, paint(['gray'], outcome));
  }

  /** Something that the rules turned away, in their words. */
  refused(who: string, what: string, code: string, sentence: string): void {
    this.line(paint(['cyan'], who.padEnd(NAME_WIDTH)), what, paint(['red'], `refused: ${code}`));
    this.write(`${' '.repeat(CLOCK_WIDTH + NAME_WIDTH + 2)}${paint(['yellow'], `“${sentence}”`)}`);
  }

  text(text = ''): void {
    this.write(text);
  }

  heading(title: string, text: string): void {
    this.write(`${paint(['bold'], title.padEnd(18))}${text}`);
  }

  /** Wednesday's and Thursday's times alike: hours, minutes and, where they tell something, seconds. */
  private clock(): string {
    const time = this.now?.slice('YYYY-MM-DDT'.length, -'.000Z'.length).replace(/:00$/, '') ?? '';
    return paint(['gray'], time.padEnd(CLOCK_WIDTH));
  }

  private line(who: string, what: string, outcome: string): void {
    const gap = ' '.repeat(Math.max(2, WHAT_WIDTH - stripVTControlCharacters(what).length));
    this.write(`${this.clock()} ${who} ${what}${gap}${outcome}`);
  }
}

/** Plain where colours are not wanted or not understood. */
const paint = (style: Style, text: string): string => (isColoured ? styleText(style, text) : text);

const isColoured = process.stdout.isTTY && process.stdout.hasColors() && (process.env['NO_COLOR'] ?? '') === '';
