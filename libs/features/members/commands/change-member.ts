import { Command, CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import type { Asked, Receipt } from '#kernel';
import { Streams } from '#platform/event-store';
import type { MemberCommand } from '../domain/member.commands.js';
import { memberStream } from '../domain/member.stream.js';
import { MemberFactReaders } from './member.facts.js';

/** One command for one member, as the bus carries it. */
export class ChangeMember extends Command<Receipt> {
  constructor(
    readonly command: Asked<MemberCommand>,
    readonly expectedVersion?: number,
  ) {
    super();
  }
}

@CommandHandler(ChangeMember)
export class ChangeMemberHandler implements ICommandHandler<ChangeMember> {
  constructor(
    private readonly streams: Streams,
    private readonly facts: MemberFactReaders,
  ) {}

  execute({ command, expectedVersion }: ChangeMember): Promise<Receipt> {
    return this.streams.decide(memberStream, { command, readers: this.facts.readers, expectedVersion });
  }
}
