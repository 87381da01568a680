import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { AnyEvent, Recorded } from '#kernel';
import { EventCatalogue, recordedFrom, withPatience } from '#platform/event-store';
import type { StoredEvent } from '#platform/event-store';

/** Whose token it is, and all that happened to this member, in the newest shape. */
export type TokenOwner = {
  readonly deskId: number;
  readonly memberId: string;
  readonly events: readonly Recorded<AnyEvent>[];
};

type Row = StoredEvent & { readonly desk_id: number; readonly member_id: string };

/** Tokens as they are stored: by their hash, with their member, until they expire. */
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
    const { desk_id: deskId, member_id: memberId } = first;
    return { deskId, memberId, events: rows.map((row) => recordedFrom(this.catalogue, deskId, row)) };
  }
}

const CALLER = 'SELECT * FROM operational.caller_of_token($1)';
