import type { Envelope, Instant, JobData, JobDefinition, PayloadOf } from '#kernel';
import { derivedId } from '#platform/commands';
import type { StreamRef } from '#platform/event-store';

/** Makes the envelope of one command to this stream. Its command id is the same each time the job runs. */
export type EnvelopeFor = (command: string, stream: StreamRef) => Envelope;

/** Trying again cannot help: the job is given up at once. */
export class FinalFailure extends Error {
  override readonly name = 'FinalFailure';
}

/**
 * Does what a job is for. It may be run again at any point, so it does one thing outside and then sends commands.
 * A refusal of one of them ends the job well: it came too late. `FinalFailure` ends it; whatever else it throws is tried again.
 */
export abstract class JobHandler<Definition extends JobDefinition<unknown>> {
  abstract readonly job: Definition;

  abstract run(payload: PayloadOf<Definition>, envelopeFor: EnvelopeFor): Promise<void>;

  /** After the last attempt, and how many there were: says so in a command, where the domain has one for it. */
  giveUp?(payload: PayloadOf<Definition>, envelopeFor: EnvelopeFor, error: Error, attempts: number): Promise<void>;
}

/** As which service a job acts, because of what, and when by the clock of the desk. */
export const envelopeOf =
  (name: string, jobId: string, source: JobData<unknown>, at: Instant): EnvelopeFor =>
  (command, { category, id }) => ({
    deskId: source.deskId,
    correlationId: source.correlationId,
    cause: source.cause,
    commandId: derivedId(source.recordedAt, `${jobId}/${command}/${category}-${id}`),
    actor: { kind: 'service', id: `service:${name}`, roles: [] },
    at,
  });
