import type { Instant } from '#kernel';
import { DocketProblem } from '#client';
import type { Receipt, Schemas } from '#client';
import type { Listener, MemberAtWork } from './member-at-work.js';
import { ANA, BEN, CLEO, DAN, EVA, GUS, HAL } from './people.js';
import type { Person } from './people.js';
import type { SceneTime } from './scene-time.js';
import type { Teller } from './teller.js';

/** The people of the demo at their work, and who tells what comes of it. */
export class Player {
  constructor(
    private readonly cast: ReadonlyMap<Person, MemberAtWork>,
    readonly teller: Teller,
    readonly time: SceneTime,
  ) {}

  /** Goes on to this instant of the script. */
  async at(instant: Instant): Promise<void> {
    await this.time.reach(instant);
    this.teller.now = instant;
  }

  get isRehearsal(): boolean {
    return this.time.isRehearsal;
  }

  /** A second passes: what was only just asked for is done. */
  async letJobsRun(): Promise<void> {
    if (this.teller.now !== undefined) await this.at(new Date(Date.parse(this.teller.now) + 1_000).toISOString());
  }

  get ana(): MemberAtWork {
    return this.memberOf(ANA);
  }
  get ben(): MemberAtWork {
    return this.memberOf(BEN);
  }
  get cleo(): MemberAtWork {
    return this.memberOf(CLEO);
  }
  get dan(): MemberAtWork {
    return this.memberOf(DAN);
  }
  get eva(): MemberAtWork {
    return this.memberOf(EVA);
  }
  get gus(): MemberAtWork {
    return this.memberOf(GUS);
  }
  get hal(): MemberAtWork {
    return this.memberOf(HAL);
  }

  memberOf(person: Person): MemberAtWork {
    const member = this.cast.get(person);
    if (member === undefined) throw new Error(`${person.name} is not a member yet.`);
    return member;
  }

  readonly nameOf = (memberId: string): string =>
    [...this.cast.values()].find(({ id }) => id === memberId)?.person.name ?? memberId;

  /** Something that the rules must turn away, with this code. Anything else is a surprise. */
  async refused(who: MemberAtWork, what: string, code: string, attempt: () => Promise<unknown>): Promise<void> {
    try {
      await attempt();
    } catch (error) {
      if (!(error instanceof DocketProblem) || error.code !== code) throw error;
      this.teller.refused(who.person.name, what, code, error.detail);
      return;
    }
    throw new Error(`${who.person.name} ${what}: this should have been refused with ${code}.`);
  }

  /** Waits until the job has left this event in the check, and tells of it. */
  async jobDid(job: string, what: string, checkId: string, event: string): Promise<void> {
    const { items } = await this.gus.until(
      `${job} has left ${event}`,
      () => this.gus.timeline(checkId),
      (timeline) => timeline.items.some(({ type }) => type === event),
    );
    const left = items.filter(({ actor }) => actor?.id === `service:${job}`);
    this.teller.job(job, what, listed(left));
  }

  readonly tell: Listener = async ({ name }, what, path, receipt) =>
    this.teller.step(name, what, await this.leftBy(path, receipt));

  /** What a command left: of a check its events, of other streams the version that it brought them to. */
  private async leftBy(path: string, { id, version }: Receipt): Promise<string> {
    const stream = (path.split('/')[2] ?? '').replace(/s$/, '');
    if (stream !== 'check') return `${stream} v${version}`;
    const { items } = await this.gus.timeline(id);
    const commandId = items.find(({ no }) => no === version)?.commandId;
    return listed(items.filter((item) => item.commandId === commandId));
  }
}

const listed = (events: Schemas['Timeline']['items']): string =>
  events.map(({ no, type }) => `#${no} ${type}`).join(' · ');
