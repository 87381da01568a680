import { setTimeout as sleep } from 'node:timers/promises';
import type { BodyOf, CommandPath, DocketClient, IdsOf, Receipt, Schemas, SendOptions } from '#client';
import type { Person } from './people.js';

const LONGEST_WAIT_MS = 20_000;
const PAUSE_MS = 40;

/** Told of each step: what it was, by which route, and what it answered. */
export type Listener = (person: Person, what: string, path: string, receipt: Receipt) => Promise<void>;

/** One person of the cast, with his own client and token. */
export class MemberAtWork {
  constructor(
    readonly person: Person,
    readonly id: string,
    readonly client: DocketClient,
    private readonly tell: Listener,
  ) {}

  /** Sends a command and tells of it. */
  async does<Path extends CommandPath>(
    what: string,
    path: Path,
    ids: IdsOf<Path>,
    body: BodyOf<Path>,
    options?: SendOptions,
  ): Promise<Receipt> {
    const receipt = await this.client.send(path, ids, body, options);
    await this.tell(this.person, what, path, receipt);
    return receipt;
  }

  page(checkId: string): Promise<Schemas['CheckPage']> {
    return this.client.see('/v1/checks/{checkId}', { checkId });
  }

  timeline(checkId: string): Promise<Schemas['Timeline']> {
    return this.client.see('/v1/checks/{checkId}/timeline', { checkId });
  }

  async versionOf(checkId: string): Promise<number> {
    return (await this.page(checkId)).version;
  }

  /** Asks again and again until the answer is as wished. */
  async until<Answer>(
    what: string,
    ask: () => Promise<Answer>,
    isAsWished: (answer: Answer) => boolean,
  ): Promise<Answer> {
    const deadline = Date.now() + LONGEST_WAIT_MS;
    while (Date.now() < deadline) {
      const answer = await ask();
      if (isAsWished(answer)) return answer;
      await sleep(PAUSE_MS);
    }
    throw new Error(`Waited ${LONGEST_WAIT_MS / 1_000} s in vain until ${what}.`);
  }
}
