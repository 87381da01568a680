import { stateOf } from '#kernel';
import { checkDecider } from './check.decider.js';
import { entered } from './stage.js';
import { checkOpened, enters, marks } from './testing/index.js';

describe('leaving a stage', () => {
  const due = '2026-11-23T12:00:00.000Z';
  const opening = enters('open', 1, undefined, marks(due, { after: '2026-11-23T16:00:00.000Z' }));
  const state = stateOf(checkDecider, [checkOpened(), opening]);

  it.each([
    ['2026-11-23T11:59:59.999Z', false],
    [due, false],
    ['2026-11-23T12:00:00.001Z', true],
  ])('at %s: late %s', (at, late) => {
    expect(entered(state, 'researching', at).data.left).toEqual({ no: 1, stage: 'open', late });
  });

  it('is never late where no clock ran', () => {
    const still = stateOf(checkDecider, [checkOpened(), enters('published', 8, undefined)]);
    expect(entered(still, 'open', due).data.left).toEqual({ no: 8, stage: 'published', late: false });
  });
});
