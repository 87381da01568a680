import { setTimer } from '#kernel';
import type { JobRequest, Reaction } from '#kernel';
import type { CheckEvent, Mark } from '../domain/check.events.js';
import type { ClockName } from '../domain/check.state.js';
import { markDeadline } from '../jobs/timers.js';

/** One timer for each mark of a clock that starts, or starts again. Those of its former runs will find it in another. */
export const markDeadlinesWhenClocksStart: Reaction<CheckEvent> = {
  name: 'mark-deadlines-when-clocks-start',
  on: {
    StageEntered: ({ id, data }) => timersOf(id, 'stage', data),
    StageResumed: ({ id, data }) => timersOf(id, 'stage', data),
    StageExtended: ({ id, data }) => timersOf(id, 'stage', data),
    DueDateSet: ({ id, data: { cycle, run, marks } }) => timersOf(id, 'case', { no: cycle, run, marks }),
  },
};

type Started = { readonly no: number; readonly run: number; readonly marks: readonly Mark[] };

const timersOf = (id: string, clock: ClockName, { no, run, marks }: Started): readonly JobRequest[] =>
  marks.map(({ mark, at }) =>
    setTimer(markDeadline, { key: [id, clock, no, run, mark], at, id, data: { clock, no, run, mark } }),
  );
