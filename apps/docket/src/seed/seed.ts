import { Readable } from 'node:stream';
import type { Pool } from 'pg';
import { activePolicy, policyStream, publishedScale, scaleStream } from '#features/standards';
import { StartRefused } from '#platform/config';
import { refTo } from '#platform/event-store';
import type { Appending, EventStore, Streams } from '#platform/event-store';
import type { FileStore } from '#platform/file-store';
import { Chance } from './chance.js';
import { tellDossier } from './dossier.js';
import type { Surroundings } from './surroundings.js';
import { hire } from './people.js';
import { Tale } from './tale.js';
import type { Statements } from './texts.js';

export type SeedWish = {
  readonly deskId: number;
  readonly checks: number;
  readonly seed: string;
  readonly statements: Statements;
};

/** What it works with. */
export type SeedTools = {
  readonly owner: Pool;
  readonly store: EventStore;
  readonly streams: Streams;
  readonly files: FileStore;
  /** Called after each part, with how many checks are written. */
  readonly onWritten: (checks: number) => Promise<void>;
};

/** Somebody of the desk in each role. */
export type Seeded = { readonly editorId: string; readonly reviewerId: string; readonly approverId: string };

const POLICY = 'default';
const AT_ONCE = 64;
const DAY_MS = 86_400_000;
const LONGEST_AGO_DAYS = 150;
const MOST_CHECKS_OF_A_TEXT = 5;

/**
 * Writes the history of a desk with this many checks: the commands that people and jobs would have sent, decided by the
 * rules of today. The same seed and texts give the same history.
 */
export const writeHistory = async (wish: SeedWish, tools: SeedTools): Promise<Seeded> => {
  const { deskId, checks } = wish;
  const salt = await salted(tools.owner, wish);
  const [chance, ids] = [new Chance(salt), new Chance(`${salt}/${deskId}`)];
  const made = await madeAt(tools.owner, deskId);
  const people = new Tale(deskId, chance, ids, made);
  const hired = hire(people, await adminOf(tools.owner, deskId), checks);
  await write(tools.store, [people]);
  const around: Surroundings = {
    ...(await standardsOf(wish, tools)),
    people: hired,
    loads: new Map(),
    statements: wish.statements,
    file: await fileOf(tools.files),
  };
  for (let told = 0; told < checks;) {
    const group: Tale[] = [];
    while (group.length < AT_ONCE && told < checks) {
      const tale = new Tale(deskId, chance, ids, made - chance.between(0, LONGEST_AGO_DAYS * DAY_MS));
      const count = Math.min(chance.between(1, MOST_CHECKS_OF_A_TEXT), checks - told);
      tellDossier(tale, around, count);
      told += count;
      group.push(tale);
    }
    await write(tools.store, group);
    await tools.onWritten(told);
  }
  const idOf = (role: keyof typeof hired): string => hired[role][0]?.actor.id ?? '';
  return { editorId: idOf('editors'), reviewerId: idOf('reviewers'), approverId: idOf('approvers') };
};

/** The nth command of each tale goes with the nth of the others: each to a stream of its own. */
const write = async (store: EventStore, tales: readonly Tale[]): Promise<void> => {
  const longest = Math.max(...tales.map(({ appends }) => appends.length));
  for (let place = 0; place < longest; place += 1) {
    const turn: readonly Appending[] = tales.flatMap(({ appends }) => appends[place] ?? []);
    for (const result of await store.appendEach(turn)) if (result.status === 'rejected') throw result.reason;
  }
};

const standardsOf = async (
  { deskId }: SeedWish,
  { streams }: SeedTools,
): Promise<Pick<Surroundings, 'policy' | 'scale'>> => {
  const policies = await streams.readTogether(deskId, [refTo(policyStream, POLICY)]);
  const policy = activePolicy(POLICY, policies.stateOf(policyStream, POLICY));
  if (policy === undefined) throw new StartRefused(`The desk has no active policy ${POLICY}.`);
  const { scaleId, version } = policy.rules.scale;
  const scales = await streams.readTogether(deskId, [refTo(scaleStream, scaleId)]);
  const scale = publishedScale(scaleId, version, scales.stateOf(scaleStream, scaleId));
  if (scale === undefined) throw new StartRefused(`The desk has not published version ${version} of ${scaleId}.`);
  return { policy, scale };
};

const fileOf = (files: FileStore) =>
  files.put(Readable.from([Buffer.from('What was found in the archive.\n')]), { maxBytes: 1_000 });

/** A desk that has checks already gets others. */
const salted = async (owner: Pool, { deskId, seed }: SeedWish): Promise<string> => {
  const { rows } = await owner.query<{ readonly checks: string }>(CHECKS, [deskId]);
  const [found] = rows;
  return found === undefined || found.checks === '0' ? seed : `${seed}/${found.checks}`;
};

const CHECKS = `SELECT count(*) AS checks FROM event_store.event WHERE desk_id = $1 AND version = 1
  AND stream_id >= 'check-' AND stream_id < 'check.'`;

const madeAt = async (owner: Pool, deskId: number): Promise<number> => {
  const { rows } = await owner.query<{ readonly at: Date }>(
    'SELECT created_at AS at FROM operational.desk WHERE desk_id = $1',
    [deskId],
  );
  return rows[0]?.at.getTime() ?? 0;
};

const ADMIN = `SELECT substr(stream_id, 8) AS id FROM event_store.event
  WHERE desk_id = $1 AND stream_id LIKE 'member-%' AND type = 'RoleGranted' AND data::json ->> 'role' = 'admin' LIMIT 1`;

const adminOf = async (owner: Pool, deskId: number): Promise<string> => {
  const { rows } = await owner.query<{ readonly id: string }>(ADMIN, [deskId]);
  const [admin] = rows;
  if (admin === undefined) throw new StartRefused('The desk has no admin who could invite its people.');
  return admin.id;
};
