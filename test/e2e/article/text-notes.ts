import type { Schemas } from '#client';

type Note = Pick<Schemas['SubmissionNote'], 'kind' | 'spans' | 'date'>;

const of = (kind: Note['kind'], start: number, end: number): Note => ({ kind, spans: [{ start, end }] });

const tells = (start: number, end: number, from: string, to: string, precision: 'day' | 'week' | 'month'): Note => ({
  ...of('relative_date', start, end),
  date: { from, to, precision, basis: expect.any(String) as string },
});

/** Section 11.1 of the specification: what the analyser notes in the article, and nothing else. */
export const ANALYSERS_NOTES: readonly Note[] = [
  of('unbalanced_quote', 962, 963),
  of('unbalanced_quote', 1364, 1365),
  tells(140, 147, '2022-11-08', '2022-11-08', 'day'),
  tells(673, 680, '2022-11-08', '2022-11-08', 'day'),
  tells(413, 422, '2022-10-31', '2022-11-06', 'week'),
  tells(703, 712, '2022-10-31', '2022-11-06', 'week'),
  tells(3048, 3057, '2022-10-31', '2022-11-06', 'week'),
  tells(1893, 1902, '2022-11-02', '2022-11-02', 'day'),
  tells(2088, 2099, '2022-02-01', '2022-02-28', 'month'),
  tells(2272, 2284, '2022-09-01', '2022-09-30', 'month'),
  { ...of('relative_date', 2445, 2460), date: { precision: 'unresolved' } },
  { ...of('relative_date', 2966, 2977), date: { precision: 'unresolved' } },
  { kind: 'no_dateline', spans: [] },
  of('loaded_verb', 2264, 2271),
  of('rhetorical_question', 3257, 3419),
  of('residue', 3421, 3434),
];

/** What Ana adds. */
export const ANAS_NOTES: readonly Note[] = [
  of('headline_overstates', 0, 41),
  {
    kind: 'inconsistent_paraphrase',
    spans: [
      { start: 854, end: 879 },
      { start: 1835, end: 1866 },
    ],
  },
  of('unnamed_source', 994, 1085),
];
