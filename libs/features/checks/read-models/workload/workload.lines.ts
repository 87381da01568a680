import type { EntityManager } from 'typeorm';
import { EDITORIAL, ROLES } from '#kernel';
import type { Capacity, Instant, Key, Language } from '#kernel';
import type { Stage } from '../../domain/check.state.js';
import { OPEN_WORK } from './open-work.js';
import type { WorkloadLine } from './workload.answer.js';
import type { WorkloadMemberRow } from './workload.table.js';

export type WorkloadFilters = {
  /** A topic among his skills. */
  readonly skill?: Key;
  readonly language?: Language;
  readonly limit: number;
  readonly cursor?: string;
};

type Asked = {
  readonly filters: WorkloadFilters;
  /** What is due before it is due this week. */
  readonly weekEnds: Instant;
  /** The place of the last line of the page before. */
  readonly after: readonly string[] | undefined;
};

/** In which stages a check waits for who holds a capacity: when they are due, his work is. */
const AT_WORK: { readonly [Name in Capacity]: readonly Stage[] } = {
  researcher: ['researching'],
  reviewer: ['in_review', 'reconciling'],
  tie_breaker: ['tie_break'],
  approver: ['deadlocked', 'decided', 'approved'],
};

/** Who has least to do, first: one more than a page, to see whether there is another. */
export const linesMatching = async (
  rows: EntityManager,
  { filters: { skill, language, limit }, weekEnds, after }: Asked,
): Promise<readonly WorkloadLine[]> => {
  const [load, memberId] = after ?? ['-1', ''];
  const found = await rows.query<readonly Line[]>(LINES, [
    EDITORIAL,
    AT_WORK_IN_PAIRS,
    weekEnds,
    skill ?? null,
    language ?? null,
    Number(load),
    memberId,
    limit + 1,
  ]);
  return found.map(lineOf);
};

export const placeOf = ({ load, memberId }: WorkloadLine): readonly string[] => [String(load), memberId];

type Line = Pick<WorkloadMemberRow, 'name' | 'status' | 'roles' | 'languages' | 'topics'> & {
  readonly member_id: string;
  readonly last_assigned_at: string | null;
  readonly load: number;
  readonly researcher: number;
  readonly reviewer: number;
  readonly tie_breaker: number;
  readonly approver: number;
  readonly due: number;
};

const AT_WORK_IN_PAIRS = Object.entries(AT_WORK).flatMap(([capacity, stages]) =>
  stages.map((stage) => `${capacity} ${stage}`),
);

/** Whoever can be asked to take part in a check, and whoever still has one on his desk. */
const LINES = `
  SELECT m.member_id, m.name, m.status, m.roles, m.languages, m.topics, m.last_assigned_at, w.*
    FROM workload_member m
   CROSS JOIN LATERAL (
     SELECT count(*)::int AS load,
            count(*) FILTER (WHERE a.capacity = 'researcher')::int AS researcher,
            count(*) FILTER (WHERE a.capacity = 'reviewer')::int AS reviewer,
            count(*) FILTER (WHERE a.capacity = 'tie_breaker')::int AS tie_breaker,
            count(*) FILTER (WHERE a.capacity = 'approver')::int AS approver,
            count(*) FILTER (WHERE CASE a.status
              WHEN 'offered' THEN a.expires_at < $3
              ELSE a.due_at < $3 AND a.capacity || ' ' || a.stage = ANY ($2::text[])
            END)::int AS due
       FROM ${OPEN_WORK} a
      WHERE a.desk_id = m.desk_id AND a.member_id = m.member_id
   ) w
   WHERE ((m.roles ?| $1::text[] AND m.status <> 'departed') OR w.load > 0)
     AND ($4::text IS NULL OR m.topics @> to_jsonb($4::text))
     AND ($5::text IS NULL OR m.languages @> to_jsonb($5::text))
     AND (w.load, m.member_id) > ($6::int, $7::text)
   ORDER BY w.load, m.member_id
   LIMIT $8`;

const lineOf = (line: Line): WorkloadLine => ({
  memberId: line.member_id,
  ...(line.name !== null && { name: line.name }),
  status: line.status,
  roles: ROLES.filter((role) => line.roles.includes(role)),
  skills: { languages: [...line.languages], topics: [...line.topics] },
  load: line.load,
  open: {
    researcher: line.researcher,
    reviewer: line.reviewer,
    tie_breaker: line.tie_breaker,
    approver: line.approver,
  },
  dueThisWeek: line.due,
  ...(line.last_assigned_at !== null && { lastAssignedAt: line.last_assigned_at }),
});
