import { CqrsModule } from '@nestjs/cqrs';
import { Test } from '@nestjs/testing';
import { DataSource } from 'typeorm';
import type { AnyEvent, Envelope } from '#kernel';
import type { MemberEvent } from '#features/members';
import { derivedId } from '#platform/commands';
import { ReadModels } from '#platform/database';
import { EventStore, MemoryEventStore, Streams } from '#platform/event-store';
import type { EnvelopeFor } from '#platform/jobs';
import { ReadModelPosition } from '#platform/subscriptions';
import { ChangeCheckHandler } from '../commands/change-check.js';
import { CheckFacts } from '../commands/check.facts.js';
import type { CheckEvent } from '../domain/check.events.js';
import { checkStream } from '../domain/check.stream.js';
import {
  accepted,
  ana,
  inReview,
  offered,
  readyForReview,
  ruled,
  unproven,
  withVersion,
} from '../domain/testing/index.js';
import { Workload } from '../read-models/workload/workload.query.js';
import { ReleaseAssignments } from './release-assignments.handler.js';

const REVOKED: MemberEvent = { type: 'RoleRevoked', data: { role: 'reviewer', reason: 'Is an editor from now on.' } };

describe('releasing the assignments of a member', () => {
  it('ends each that no longer stands, in every check, and says why', async () => {
    const { run, released } = await begin({ c1: readyForReview(), c2: inReview() }, [REVOKED]);
    await run();
    expect(await released('c1')).toMatchObject([
      {
        actor: { id: 'service:release-assignments', capacity: 'service' },
        cause: 'member-cleo@5',
        data: { assignmentId: 'cleo-reviewer', memberId: 'cleo', code: 'role_lost', setAsideRulingIds: [] },
      },
    ]);
    expect(await released('c2')).toHaveLength(1);
  });

  it('takes a sealed ruling with it', async () => {
    const { run, released } = await begin({ c1: [...inReview(), ruled('cleo', unproven)] }, [REVOKED]);
    await run();
    expect(await released('c1')).toMatchObject([{ data: { setAsideRulingIds: ['ruling-cleo'] } }]);
  });

  it('ends several in one check, offers too', async () => {
    const held = [...readyForReview(), ...accepted('cleo', 'approver'), offered('cleo', 'researcher')];
    const { run, released } = await begin({ c1: held }, [{ type: 'MemberDeparted', data: {} }]);
    await run();
    expect((await released('c1')).map(({ data }) => [data.assignmentId, data.code])).toEqual([
      ['cleo-reviewer', 'suspended'],
      ['cleo-approver', 'suspended'],
      ['cleo-researcher', 'suspended'],
    ]);
  });

  it('leaves alone what still stands, or ended by itself', async () => {
    const { run, released } = await begin({ c1: readyForReview(), c2: withVersion() }, [
      REVOKED,
      { type: 'RoleGranted', data: { role: 'reviewer' } },
    ]);
    await run();
    expect([...(await released('c1')), ...(await released('c2'))]).toEqual([]);
  });

  it('run twice, says it once', async () => {
    const { run, released } = await begin({ c1: readyForReview() }, [REVOKED]);
    await run();
    await run();
    expect(await released('c1')).toHaveLength(1);
  });

  it('waits for the read model that says where to look, by being tried again', async () => {
    const { run, released, positions } = await begin({ c1: readyForReview() }, [REVOKED]);
    positions.hasCome = false;
    await expect(run()).rejects.toThrow('does not know of member-cleo@5');
    expect(await released('c1')).toEqual([]);
    positions.hasCome = true;
    await run();
    expect(positions.asked).toContainEqual(['workload', 'member-cleo', 5]);
    expect(await released('c1')).toHaveLength(1);
  });
});

class Positions extends ReadModelPosition {
  hasCome = true;
  readonly asked: (readonly [string, string, number])[] = [];

  override waitFor = async (_: number, name: string, event: { stream: string; version: number }): Promise<boolean> => {
    this.asked.push([name, event.stream, event.version]);
    return this.hasCome;
  };
}

class Everywhere extends Workload {
  override checksOf = async (): Promise<readonly string[]> => ['c1', 'c2', 'c3'];
}

const envelopeFor: EnvelopeFor = (command, { category, id }) => ({
  deskId: 1,
  correlationId: 'request',
  cause: 'member-cleo@5',
  commandId: derivedId('2026-11-23T10:00:00.000Z', `${command}/${category}-${id}`),
  actor: { kind: 'service', id: 'service:release-assignments', roles: [] },
  at: '2026-11-23T10:00:01.000Z',
});

/** Checks as they came to be, and Cleo, to whom the last events happened afterwards. */
const begin = async (checks: Readonly<Record<string, readonly CheckEvent[]>>, last: readonly MemberEvent[]) => {
  const store = new MemoryEventStore();
  const tell = async (category: string, id: string, events: readonly AnyEvent[]): Promise<void> => {
    const written = events.map((event) => ({ ...event, schemaVersion: 1 }));
    const envelope: Envelope = {
      deskId: 1,
      commandId: `tell-${category}-${id}`,
      correlationId: 'request',
      actor: ana,
      at: '2026-11-23T10:00:00.000Z',
    };
    await store.append(envelope, 'told', [{ category, id, expected: 'absent', events: written }]);
  };
  for (const [id, events] of Object.entries(checks)) await tell('check', id, events);
  const joined: readonly MemberEvent[] = [
    { type: 'MemberInvited', data: {} },
    { type: 'MemberActivated', data: {} },
    { type: 'RoleGranted', data: { role: 'reviewer' } },
    { type: 'RoleGranted', data: { role: 'approver' } },
  ];
  await tell('member', 'cleo', [...joined, ...last]);

  const nowhere = new ReadModels(new DataSource({ type: 'postgres' }));
  const positions = new Positions(nowhere);
  const module = await Test.createTestingModule({
    imports: [CqrsModule.forRoot()],
    providers: [
      { provide: EventStore, useValue: store },
      { provide: CheckFacts, useValue: { readers: {} } },
      { provide: Workload, useValue: new Everywhere(nowhere) },
      { provide: ReadModelPosition, useValue: positions },
      Streams,
      ChangeCheckHandler,
      ReleaseAssignments,
    ],
  }).compile();
  await module.init();
  return {
    positions,
    run: () => module.get(ReleaseAssignments).run({ memberId: 'cleo', version: 5 }, envelopeFor),
    released: async (id: string) =>
      (await module.get(Streams).eventsOf(checkStream, 1, id)).filter((event) => event.type === 'AssignmentReleased'),
  };
};
