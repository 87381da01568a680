import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { AnyEvent, Recorded } from '#kernel';
import { EventCatalogue, recordedFrom, withPatience } from '#platform/event-store';
import type { StoredEvent } from '#platform/event-store';

/** Whose token it is: a service’s, or a member’s, with all that happened to him, in the newest shape. */
export type TokenOwner = { readonly deskId: number; readonly rehearsal: boolean } & (
  | { readonly service: string }
  | { readonly service?: undefined; readonly memberId: string; readonly events: readonly Recorded<AnyEvent>[] }
);

type Row = StoredEvent & {
  readonly desk_id: number;
  readonly rehearsal: boolean;
  readonly member_id: string;
  readonly service: string | null;
};

/** Tokens as they are stored: by their hash, with whose they are, until they expire. */
@Injectable()
export class TokenRows {
  constructor(
    private readonly database: DataSource,
    private readonly catalogue: EventCatalogue,
  ) {}

  /** One statement, before any desk is known. `undefined`: unknown, expired or revoked. */
  async ownerOf(tokenHash: Buffer): Promise<TokenOwner | undefined> {
    const rows = await withPatience(() => this.database.query<readonly Row[]>(CALLER, [tokenHash]));
    const [first] = rows;
    if (first === undefined) return undefined;
    const { desk_id: deskId, rehearsal, member_id: memberId, service } = first;
    if (service !== null) return { deskId, rehearsal, service };
    return { deskId, rehearsal, memberId, events: rows.map((row) => recordedFrom(this.catalogue, deskId, row)) };
  }
}

const CALLER = 'SELECT * FROM operational.caller_of_token($1)';
