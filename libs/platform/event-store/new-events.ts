import { createHash, randomBytes } from 'node:crypto';
import { canonicalJson } from '#kernel';
import type { Actor, Envelope } from '#kernel';
import type { Meta } from './stored-event.js';
import type { Expected, Write, Writes } from './event-store.js';

/** One write of a command, as `event_store.append` takes it. */
export type AppendRequest = {
  readonly commandId: string;
  readonly fingerprint: string;
  readonly part: number;
  readonly stream: string;
  readonly expected: number;
  readonly close: boolean;
  readonly actor: string;
  readonly capacity: string;
  readonly correlationId: string;
  readonly cause: string | null;
  readonly occurredAt: string;
  readonly meta: string;
  readonly events: readonly NewEvent[];
};

type NewEvent = {
  readonly type: string;
  readonly schema: number;
  readonly data: string;
  readonly salt: string;
  readonly commitment: string;
};

const EXPECTED = { any: -2, exists: -1, absent: 0 } as const;

/** Parts count through the writes as they were given; the order is that in which all processes lock streams. */
export const requestsOf = (envelope: Envelope, fingerprint: string, writes: Writes): readonly AppendRequest[] => {
  let part = 0;
  const requests = writes.map((write) => {
    const request = requestOf(envelope, fingerprint, write, part);
    part += write.events.length;
    return request;
  });
  return requests.toSorted((a, b) => (a.stream < b.stream ? -1 : 1));
};

/** In which he acts: who appends without a decision acts as what he is. */
export const capacityOf = ({ capacity, kind }: Actor): string => capacity ?? kind;

export const metaOf = ({ roles, onBehalfOf }: Actor): Meta => ({ roles, onBehalfOf });

const requestOf = (
  { commandId, correlationId, cause, actor, at }: Envelope,
  fingerprint: string,
  { category, id, expected, events, closes = false }: Write,
  part: number,
): AppendRequest => ({
  commandId,
  fingerprint,
  part,
  stream: `${category}-${id}`,
  expected: numberOf(expected),
  close: closes,
  actor: actor.id,
  capacity: capacityOf(actor),
  correlationId,
  cause: cause ?? null,
  occurredAt: at,
  meta: canonicalJson(metaOf(actor)),
  events: events.map(({ type, schemaVersion, data }) => ({ type, schema: schemaVersion, ...committed(data) })),
});

const numberOf = (expected: Expected): number => (typeof expected === 'number' ? expected : EXPECTED[expected]);

/** The salt keeps a payload that was erased from being guessed out of what was published. */
const committed = (value: unknown): Pick<NewEvent, 'data' | 'salt' | 'commitment'> => {
  const data = canonicalJson(value);
  const salt = randomBytes(32);
  const commitment = createHash('sha256').update(salt).update(data).digest('hex');
  return { data, salt: salt.toString('hex'), commitment };
};
