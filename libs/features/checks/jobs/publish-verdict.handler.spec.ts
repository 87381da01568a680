import { CqrsModule } from '@nestjs/cqrs';
import { Test } from '@nestjs/testing';
import type { Envelope } from '#kernel';
import { derivedId } from '#platform/commands';
import { EventStore, MemoryEventStore, Streams } from '#platform/event-store';
import type { EnvelopeFor } from '#platform/jobs';
import { ChangeCheckHandler } from '../commands/change-check.js';
import { CheckFacts } from '../commands/check.facts.js';
import type { CheckEvent } from '../domain/check.events.js';
import { checkStream } from '../domain/check.stream.js';
import { PUBLISH_AT, claim, e1, e2, eva, scheduleCancelled, scheduled, withApproval } from '../domain/testing/index.js';
import { PublishVerdictAtItsTime } from './publish-verdict.handler.js';

const SET = [...withApproval(), scheduled()];

describe('the job of a scheduled publication', () => {
  it('publishes, as a service, because of the schedule', async () => {
    const { run, after } = await begin(SET);
    await run();
    expect(await after()).toMatchObject([
      { type: 'VerdictPublished', actor: { id: 'service:publish-verdict', capacity: 'service' }, cause: 'check-c4@38' },
      { type: 'StageEntered', data: { stage: 'published' } },
    ]);
  });

  it('run twice, publishes once', async () => {
    const { run, after } = await begin(SET);
    await run();
    await run();
    expect((await after()).map(({ type }) => type)).toEqual(['VerdictPublished', 'StageEntered']);
  });

  it('run twice at the same moment, publishes once', async () => {
    const { run, after } = await begin(SET);
    await Promise.all([run(), run()]);
    expect((await after()).map(({ type }) => type)).toEqual(['VerdictPublished', 'StageEntered']);
  });

  it('holds the publication with the code of the refusal, once', async () => {
    const world = await begin(SET, { ...claim, status: 'merged' });
    await world.run();
    await world.run();
    expect(await world.after()).toMatchObject([
      { type: 'PublicationHeld', data: { versionNo: 1, scheduleNo: 1, code: 'check/claim-merged' } },
    ]);
  });

  it('leaves no trace of a schedule that was cancelled', async () => {
    const { run, giveUp, after } = await begin([...SET, scheduleCancelled()]);
    await run();
    await giveUp();
    expect(await after()).toEqual([]);
  });

  it('is tried again after any other failure, and holds the publication after the last', async () => {
    const world = await begin(SET, claim, new Error('The database is away.'));
    await expect(world.run()).rejects.toThrow('The database is away.');
    expect(await world.after()).toEqual([]);
    await world.giveUp();
    expect(await world.after()).toMatchObject([{ type: 'PublicationHeld', data: { code: 'failed' } }]);
  });

  it('given up although it had published, holds nothing', async () => {
    const { run, giveUp, after } = await begin(SET);
    await run();
    await giveUp();
    expect((await after()).map(({ type }) => type)).toEqual(['VerdictPublished', 'StageEntered']);
  });
});

const envelopeFor: EnvelopeFor = (command, { category, id }) => ({
  deskId: 1,
  correlationId: 'request',
  cause: 'check-c4@38',
  commandId: derivedId('2026-11-23T10:00:00.000Z', `${command}/${category}-${id}`),
  actor: { kind: 'service', id: 'service:publish-verdict', roles: [] },
  at: PUBLISH_AT,
});

/** A check as it came to be, in a world where its claim is as told, and where reading the facts may fail. */
const begin = async (past: readonly CheckEvent[], known = claim, failure?: Error) => {
  const store = new MemoryEventStore();
  const envelope: Envelope = { deskId: 1, commandId: 'tell', correlationId: 'request', actor: eva, at: PUBLISH_AT };
  const events = past.map((event) => ({ ...event, schemaVersion: 1 }));
  await store.append(envelope, 'told', [{ category: 'check', id: 'c4', expected: 'absent', events }]);

  const PublishVerdict = async () => {
    if (failure !== undefined) throw failure;
    return { claim: known, evidence: [e1, e2], member: undefined };
  };
  const module = await Test.createTestingModule({
    imports: [CqrsModule.forRoot()],
    providers: [
      { provide: EventStore, useValue: store },
      { provide: CheckFacts, useValue: { readers: { PublishVerdict } } },
      Streams,
      ChangeCheckHandler,
      PublishVerdictAtItsTime,
    ],
  }).compile();
  await module.init();
  const job = module.get(PublishVerdictAtItsTime);
  const payload = { checkId: 'c4', versionNo: 1, scheduleNo: 1 };
  return {
    run: () => job.run(payload, envelopeFor),
    giveUp: () => job.giveUp(payload, envelopeFor),
    after: async () => (await module.get(Streams).eventsOf(checkStream, 1, 'c4')).slice(past.length),
  };
};
