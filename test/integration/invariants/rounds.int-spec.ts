import { v7 } from 'uuid';
import type { AnyEvent } from '#kernel';
import { CommandCarriers } from '#platform/commands';
import { sampleEvent as event } from '../../support/samples.js';
import { until } from '../../support/until.js';
import { NAMED, TwoApis, checkBy, statusesOf } from './two-apis.js';

jest.setTimeout(120_000);

const OPINIONS = {
  cleo: { label: 'unproven', finding: 'insufficient_evidence', strength: 'low' },
  dan: { label: 'mostly-true', finding: 'mostly_supported', strength: 'low' },
} as const;

const RATIONALE = {
  cleo: 'Cleo sees one government that asserts and another one that denies, and no material of either.',
  dan: 'Dan sees a detailed statement on the record, which several papers have carried since that day.',
};

/** The worker does not come to it by itself. */
const LATER = '2099-01-01T00:00:00.000Z';

type Reviewer = keyof typeof OPINIONS;

describe('rounds, with two APIs and a worker at work', () => {
  let both: TwoApis;

  beforeAll(async () => {
    both = await TwoApis.start();
  });

  afterAll(() => both?.stop());

  const ruling = async (id: string, who: Reviewer) => ({
    path: `/v1/checks/${id}/submit-ruling`,
    body: { rulingId: v7(), round: 1, ...OPINIONS[who], rationale: RATIONALE[who], linkIds: [NAMED.link] },
    ask: { token: await both.tokenOf(who) },
  });

  /** Cleo and Dan are to rule. */
  const roundOfTwo = () =>
    both.caseWith((people) => {
      const pins = { evidenceSet: 1, claimRevision: 1 };
      const holding = { assignmentId: v7(), memberId: both.people.dan, capacity: 'reviewer' };
      const reviewers = [both.people.cleo, both.people.dan];
      const events: readonly AnyEvent[] = [
        ...checkBy(people).ready,
        event('AssignmentOffered', holding),
        event('AssignmentAccepted', holding),
        event('ReviewRoundOpened', { ...pins, reviewers, quorum: 2, round: 1 }),
        { type: 'StageEntered', data: { no: 4, run: 1, stage: 'in_review', marks: [] } },
      ];
      return events;
    });

  const reveal = (id: string) => ({
    type: 'RevealRulings',
    id,
    data: {},
    deskId: both.desk.deskId,
    commandId: v7(),
    correlationId: v7(),
    actor: { kind: 'service', id: 'service:reveal-rulings', roles: [] } as const,
    at: LATER,
  });

  it('6. the same ruling sent twice at once is entered once', async () => {
    const id = await roundOfTwo();
    const sent = await ruling(id, 'cleo');
    const answers = await both.atOnce(sent, sent);
    expect(statusesOf(answers)).toEqual([200, 409]);
    expect(answers.find(({ statusCode }) => statusCode === 409)?.json()).toMatchObject({ code: 'check/already-ruled' });
    expect(await both.eventsOf(`check-${id}`, 'RulingSubmitted')).toHaveLength(1);
  });

  it('4. two reveals at one moment open the rulings once, and a later one does nothing', async () => {
    const id = await roundOfTwo();
    const entered = (['cleo', 'dan'] as const).map((who) =>
      event('RulingSubmitted', { ...OPINIONS[who], rulingId: v7(), reviewerId: both.people[who], revealAt: LATER }),
    );
    await both.happened('check', id, entered);
    const [one, other] = [both.one.app, both.other.app].map((app) => app.get(CommandCarriers));
    await both.meeting([() => one!.send('check', reveal(id)), () => other!.send('check', reveal(id))]);
    await one!.send('check', reveal(id));
    expect(await both.eventsOf(`check-${id}`, 'RulingsRevealed')).toHaveLength(1);
    expect(await both.eventsOf(`check-${id}`, 'DisagreementFound')).toHaveLength(1);
  });

  it('4. two rulings at one moment give one reveal, after both', async () => {
    const ids = await Promise.all(Array.from({ length: 4 }, roundOfTwo));
    for (const id of ids) await both.atOnce(await ruling(id, 'cleo'), await ruling(id, 'dan'));
    for (const id of ids) {
      await until(async () => (await both.eventsOf(`check-${id}`, 'RulingsRevealed')).length > 0, 'the reveal');
      const types = (await both.eventsOf(`check-${id}`)).map(({ type }) => type).slice(-5);
      expect(types).toEqual([
        'RulingSubmitted',
        'RulingSubmitted',
        'RulingsRevealed',
        'DisagreementFound',
        'StageEntered',
      ]);
    }
  });

  it('3. whoever reads while rulings race with the reveal sees none of them before it', async () => {
    for (let round = 0; round < 3; round += 1) {
      const id = await roundOfTwo();
      const dan = { token: await both.tokenOf('dan') };
      const ben = { token: await both.tokenOf('ben') };
      const ana = { token: await both.tokenOf('ana') };
      const seen: { readonly version: number; readonly told: string }[] = [];
      const race = { isOver: false };
      const look = async (ask: { readonly token: string }, api: TwoApis['other' | 'one']): Promise<void> => {
        while (!race.isOver) {
          const page = await api.get(`/v1/checks/${id}`, ask);
          seen.push({ version: page.json<{ readonly version: number }>().version, told: page.payload });
          const timeline = await api.get(`/v1/checks/${id}/timeline?limit=200`, ask);
          const { items } = timeline.json() as { readonly items: readonly { readonly no: number }[] };
          seen.push({ version: items.at(-1)?.no ?? 0, told: timeline.payload });
        }
      };
      const readers = [look(dan, both.one), look(ben, both.other), look(ana, both.one)];
      await both.atOnce(await ruling(id, 'cleo'), await ruling(id, 'dan'));
      const [revealed] = await until(async () => {
        const found = await both.eventsOf(`check-${id}`, 'RulingsRevealed');
        return found.length > 0 && found;
      }, 'the reveal');
      race.isOver = true;
      await Promise.all(readers);
      const early = seen.filter(({ version }) => version < (revealed?.version ?? 0));
      expect(early.length).toBeGreaterThan(0);
      expect(early.filter(({ told }) => told.includes(RATIONALE.cleo))).toEqual([]);
    }
  });
});
