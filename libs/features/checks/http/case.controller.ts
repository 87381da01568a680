import { Body, Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { DataOf, Envelope, Receipt } from '#kernel';
import { CommandEnvelope, CommandRoute, IfMatch, uuid } from '#platform/http';
import { ChangeCheck } from '../commands/change-check.js';
import type { OpenCheck } from '../domain/case.commands.js';
import { openCheckBody } from './case.bodies.js';

const checkId = { schema: uuid };

@Controller('checks')
export class CaseController {
  constructor(private readonly commands: CommandBus) {}

  /** Opens the case of one accepted claim, whose id it takes. */
  @CommandRoute(':checkId/open-check', { creates: true })
  openCheck(
    @Param('checkId', checkId) id: string,
    @Body({ schema: openCheckBody }) data: DataOf<OpenCheck>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(new ChangeCheck({ type: 'OpenCheck', id, data, ...envelope }, expectedVersion));
  }
}
