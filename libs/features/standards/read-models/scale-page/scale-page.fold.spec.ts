import type { Recorded } from '#kernel';
import { recorded } from '#kernel/testing';
import type { Label, ScaleEvent } from '#features/standards';
import { scalePage } from './scale-page.answer.js';
import { scalePageOf } from './scale-page.fold.js';

describe('the page of a scale', () => {
  it('is absent where none was defined', () => {
    expect(scalePageOf('theirs', [])).toBeUndefined();
  });

  it('shows every version, who wrote it and who brought it into force, and what it changed', () => {
    const page = scalePageOf('theirs', STORY, [{ id: 'theirs', version: 2, checks: 3 }]);
    expect(scalePage.parse(page)).toEqual({
      scaleId: 'theirs',
      version: 7,
      name: 'Theirs',
      kind: 'external',
      publisherHost: 'checks.example',
      versions: [
        {
          version: 1,
          note: 'As it was.',
          drafted: act('eva'),
          inForce: act('fay'),
          checksPinned: 0,
          differences: [],
          labels: [wrong],
        },
        {
          version: 2,
          drafted: act('fay'),
          checksPinned: 3,
          differences: [
            { field: 'labels.wrong.text.en', before: 'Wrong', after: 'False' },
            { field: 'labels.right', after: { ...right, key: undefined } },
          ],
          labels: [renamed, right],
        },
      ],
      mappings: [
        { version: 1, toScaleId: 'six-step', toVersion: 1, map: [{ from: 'wrong', to: 'false' }], mappedAt: AT },
        { version: 1, toScaleId: 'five-step', toVersion: 1, map: [{ from: 'wrong', to: 'false' }], mappedAt: AT },
      ],
    });
  });

  it('leaves a published version as it was when a later one changes its labels', () => {
    const [first] = scalePageOf('theirs', STORY)?.versions ?? [];
    const [before] = scalePageOf('theirs', STORY.slice(0, 3))?.versions ?? [];
    expect(first).toEqual(before);
  });
});

const AT = '2026-11-22T10:00:01.000Z';
const act = (by: string) => ({ by, at: AT });

const wrong: Label = { key: 'wrong', text: { en: 'Wrong' }, definition: { en: 'It is.' }, findings: ['refuted'] };
const renamed: Label = { ...wrong, text: { en: 'False' } };
const right: Label = { key: 'right', text: { en: 'Right' }, definition: { en: 'It is.' }, findings: ['supported'] };

const mapped = (toScaleId: string, to: string): ScaleEvent => ({
  type: 'ScaleMapped',
  data: { version: 1, toScaleId, toVersion: 1, map: [{ from: 'wrong', to }] },
});

const STORY = [
  happened('eva', {
    type: 'ScaleDefined',
    data: { name: 'Theirs', kind: 'external', publisherHost: 'checks.example' },
  }),
  happened('eva', {
    type: 'ScaleVersionDrafted',
    data: { version: 1, labels: [wrong], note: 'As it was.', draftedBy: 'eva' },
  }),
  happened('fay', { type: 'ScaleVersionPublished', data: { version: 1 } }),
  happened('eva', mapped('five-step', 'mostly-false')),
  happened('eva', mapped('six-step', 'false')),
  happened('eva', mapped('five-step', 'false')),
  happened('fay', { type: 'ScaleVersionDrafted', data: { version: 2, labels: [renamed, right], draftedBy: 'fay' } }),
];

function happened(by: string, event: ScaleEvent): Recorded<ScaleEvent> {
  return recorded(event, 'theirs', { kind: 'member', id: by, roles: ['approver'] });
}
