import { median, quantile } from './report.js';
import type { Row } from './report.js';

/** A desk as somebody sees it through HTTP. */
export type Desk = { readonly url: string; readonly token: string; readonly checks: number };

type Query = { readonly name: string; readonly paths: readonly string[]; readonly isTarget?: true };

export type Measuring = {
  readonly small: Desk;
  readonly large: Desk;
  /** Somebody of each desk who has work. */
  readonly memberOf: (desk: Desk) => string;
  /** To be sought in claims. */
  readonly words: readonly string[];
  /** How often each query is asked at each desk in one block. */
  readonly rounds: number;
  readonly blocks: number;
};

const MOST_TIMES_SLOWER = 1.5;

/**
 * Asks the same of both desks by turns, and in each block the other one first, so that what disturbs one disturbs the
 * other. Of each block the quantiles are taken, and of all blocks the median of them.
 */
export const measureQueries = async (measuring: Measuring): Promise<readonly Row[]> => {
  const rows: Row[] = [];
  for (const query of queriesOf(measuring)) {
    const blocks = [];
    await runBlock(query, measuring, { rounds: Math.ceil(measuring.rounds / 4), isLargeFirst: false }); // to warm up
    for (let block = 0; block < measuring.blocks; block += 1)
      blocks.push(await runBlock(query, measuring, { rounds: measuring.rounds, isLargeFirst: block % 2 === 1 }));
    rows.push(...rowsOf(query, measuring, blocks));
  }
  return rows;
};

type Asked = Query & { readonly pathsAt: (desk: Desk) => readonly string[] };
type Block = { readonly small: readonly number[]; readonly large: readonly number[] };

const queriesOf = ({ words, memberOf }: Measuring): readonly Asked[] => {
  const same = (name: string, ...paths: readonly string[]): Asked => ({
    name,
    paths,
    pathsAt: () => paths,
    isTarget: true,
  });
  const boards: readonly Asked[] = [
    same('desk board', '/v1/checks'),
    same('desk board, stage', '/v1/checks?stage=researching', '/v1/checks?stage=in_review'),
    same('desk board, severity', '/v1/checks?severity=high', '/v1/checks?severity=low'),
    same('desk board, language', '/v1/checks?language=en'),
    {
      name: 'desk board, member',
      paths: [],
      pathsAt: (desk) => [`/v1/checks?member=${memberOf(desk)}`],
      isTarget: true,
    },
    same('desk board, overdue', '/v1/checks?overdue=true'),
    same('desk board, unassigned', '/v1/checks?unassigned=true'),
    same('desk board, disputed', '/v1/checks?disputed=true'),
  ];
  const texts = (name: string, filters: string, sought: readonly string[]): Asked =>
    same(name, ...sought.map((text) => `/v1/claims?text=${encodeURIComponent(text)}${filters}`));
  const pairs = words.slice(1).map((word, place) => `${words[place]} ${word}`);
  return [
    ...boards,
    same('claims list', '/v1/claims'),
    same(
      'claims list, status',
      '/v1/claims?status=accepted',
      '/v1/claims?status=proposed',
      '/v1/claims?status=rejected',
    ),
    same('claims list, severity', '/v1/claims?severity=critical', '/v1/claims?severity=medium'),
    same('claims list, checkability', '/v1/claims?checkability=opinion', '/v1/claims?checkability=factual'),
    same('claims list, without check', '/v1/claims?withoutCheck=true'),
    texts('full-text search, one word', '', words),
    texts('full-text search, two words', '', pairs),
    texts(
      'full-text search, either word',
      '',
      pairs.map((pair) => pair.replace(' ', ' or ')),
    ),
    texts('full-text search, word and status', '&status=accepted', words),
  ];
};

const runBlock = async (
  query: Asked,
  { small, large }: Measuring,
  { rounds, isLargeFirst }: { readonly rounds: number; readonly isLargeFirst: boolean },
): Promise<Block> => {
  const times = { small: [] as number[], large: [] as number[] };
  const sides = isLargeFirst ? (['large', 'small'] as const) : (['small', 'large'] as const);
  for (let round = 0; round < rounds; round += 1)
    for (const side of sides) times[side].push(await timeOf(query, side === 'small' ? small : large, round));
  return times;
};

const timeOf = async ({ pathsAt }: Asked, desk: Desk, round: number): Promise<number> => {
  const paths = pathsAt(desk);
  const path = paths[round % paths.length] ?? '/';
  const start = performance.now();
  const answer = await fetch(`${desk.url}${path}`, { headers: { authorization: `Bearer ${desk.token}` } });
  await answer.arrayBuffer();
  const time = performance.now() - start;
  if (answer.status !== 200) throw new Error(`${path} was answered with ${answer.status}.`);
  return time;
};

const rowsOf = ({ name, isTarget }: Asked, { small, large }: Measuring, blocks: readonly Block[]): readonly Row[] => {
  const of = (side: 'small' | 'large', share: number): number =>
    median(blocks.map((block) => quantile(block[side], share)));
  const time = (side: 'small' | 'large', share: number, checks: number): Row => ({
    name: `${name}, p${share * 100}, ${checks} checks`,
    value: rounded(of(side, share)),
    unit: 'ms',
    better: 'lower',
  });
  const ratios = blocks.map((block) => quantile(block.large, 0.95) / quantile(block.small, 0.95));
  return [
    time('small', 0.5, small.checks),
    time('large', 0.5, large.checks),
    time('small', 0.95, small.checks),
    time('large', 0.95, large.checks),
    {
      name: `${name}, p95 of ${large.checks} by p95 of ${small.checks}`,
      value: rounded(median(ratios)),
      unit: 'times',
      ...(isTarget && { target: MOST_TIMES_SLOWER }),
      better: 'lower',
    },
  ];
};

const rounded = (value: number): number => Math.round(value * 100) / 100;
