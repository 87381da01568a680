import { v7 } from 'uuid';
import type { CheckEvent, Stage } from '#features/checks';
import { FAR, assigned, opened, roundOpened, ruled, stage } from './case-events.js';
import { ReadingDesk } from './reading-desk.js';

jest.setTimeout(60_000);

const [ana, ben, cleo, dan] = [v7(), v7(), v7(), v7()];
const [researched, reviewed] = [v7(), v7()];
const LONG_AGO = '2020-01-01T00:00:00.000Z';

type Line = { readonly memberId: string };

describe('what members have to do', () => {
  let desk: ReadingDesk;
  let editor: Readonly<Record<string, string>>;

  beforeAll(async () => {
    desk = await ReadingDesk.start();
    editor = await desk.member(ana, ['editor']);
    await desk.member(ben, ['reviewer']);
    await desk.member(cleo, ['reviewer']);
    await desk.member(dan, ['reviewer']);
    await desk.append('check', researched, [opened('low'), stage('open', 1), ...assigned(ben, 'researcher')]);
    await desk.append('check', researched, [overdue('researching', 2), ...assigned(cleo, 'reviewer')]);
    await desk.append('check', reviewed, [opened('low'), ...assigned(cleo, 'reviewer'), ...assigned(dan, 'reviewer')]);
    await desk.append('check', reviewed, [roundOpened(cleo, dan), overdue('in_review', 1), ruled(cleo)]);
  });
  afterAll(() => desk.stop());

  const linesAfter = async (event: string) => {
    await desk.untilRead('/v1/workload', event, editor);
    const { body } = await desk.get('/v1/workload', editor);
    const lineOf = (id: string) => body.items.find(({ memberId }: Line) => memberId === id);
    return { ben: lineOf(ben), cleo: lineOf(cleo), dan: lineOf(dan) };
  };

  it('counts as due what waits for them now, and what is overdue', async () => {
    const { ben: first, cleo: second } = await linesAfter(`check-${reviewed}@8`);
    expect(first).toMatchObject({ load: 1, open: { researcher: 1 }, dueThisWeek: 1 });
    expect(second).toMatchObject({ load: 2, open: { reviewer: 2 }, dueThisWeek: 1 });
  });

  it('changes with every event that moves an assignment or a clock', async () => {
    await desk.append('check', researched, [
      { type: 'StageExtended', data: { no: 2, run: 2, dueAt: FAR, marks: [], reason: 'They have not answered yet.' } },
      transferred,
    ]);
    const { ben: first, dan: third } = await linesAfter(`check-${researched}@9`);
    expect(first).toMatchObject({ load: 0, dueThisWeek: 0 });
    expect(third).toMatchObject({ load: 2, open: { researcher: 1, reviewer: 1 }, dueThisWeek: 1 });
  });

  it('does not count a check that is shelved, until it is resumed', async () => {
    await desk.append('check', researched, [stage('shelved', 3)]);
    const { dan: without } = await linesAfter(`check-${researched}@10`);
    expect(without).toMatchObject({ load: 1, open: { researcher: 0, reviewer: 1 } });
    await desk.append('check', researched, [stage('researching', 4)]);
    const { dan: again } = await linesAfter(`check-${researched}@11`);
    expect(again).toMatchObject({ load: 2, open: { researcher: 1, reviewer: 1 } });
  });

  it('is less when somebody steps back; the board waits for another reviewer then', async () => {
    await desk.append('check', reviewed, [recused]);
    const { cleo: second } = await linesAfter(`check-${reviewed}@9`);
    expect(second).toMatchObject({ load: 1, dueThisWeek: 0 });
    await desk.untilRead('/v1/checks', `check-${reviewed}@9`, editor);
    const { body } = await desk.get('/v1/checks?stage=in_review', editor);
    expect(body.items).toMatchObject([{ checkId: reviewed, rulings: { in: 0, expected: 2 } }]);
  });
});

/** It was due long ago, and nothing is to be said of it any more. */
function overdue(name: Stage, no: number): CheckEvent {
  return { type: 'StageEntered', data: { no, run: 1, stage: name, dueAt: LONG_AGO, marks: [] } };
}

const transferred: CheckEvent = {
  type: 'AssignmentTransferred',
  data: {
    assignmentId: `${ben}-researcher`,
    newAssignmentId: v7(),
    fromMemberId: ben,
    toMemberId: dan,
    capacity: 'researcher',
    reason: 'On leave from tomorrow on.',
    roles: ['reviewer'],
    openLoad: 1,
    expiresAt: FAR,
  },
};

const recused: CheckEvent = {
  type: 'MemberRecused',
  data: {
    memberId: cleo,
    code: 'relationship',
    note: 'My brother works for the claimant.',
    assignmentIds: [`${cleo}-reviewer`],
    setAsideRulingIds: ['ru'],
  },
};
