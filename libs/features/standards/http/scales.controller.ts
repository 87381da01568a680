import { Body, Controller, Param, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiOperation } from '@nestjs/swagger';
import type { z } from 'zod';
import type { DataOf, Envelope, Receipt } from '#kernel';
import { CommandEnvelope, CommandRoute, IfMatch, QueryRoute, Viewer } from '#platform/http';
import type { Session } from '#platform/http';
import { ChangeScale } from '../commands/change-scale.js';
import type { DefineScale, DraftScaleVersion, MapScale, PublishScaleVersion } from '../domain/scale.commands.js';
import { scalePage } from '../read-models/scale-page/scale-page.answer.js';
import type { ScalePage } from '../read-models/scale-page/scale-page.answer.js';
import { GetScale } from '../read-models/scale-page/scale-page.query.js';
import { scaleList } from '../read-models/scales/scales.answer.js';
import type { ScaleList } from '../read-models/scales/scales.answer.js';
import { GetScales } from '../read-models/scales/scales.query.js';
import { defineScaleBody, draftScaleVersionBody, mapScaleBody, publishScaleVersionBody } from './scales.bodies.js';
import { standardId, standardsQuery } from './standards.parameters.js';

const scaleId = { schema: standardId };

@Controller('scales')
export class ScalesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @QueryRoute('', { answer: scaleList, reads: 'scales' })
  @ApiOperation({ summary: 'GetScales', description: 'For: every member. In the order of their keys.' })
  scales(
    @Viewer() viewer: Session,
    @Query({ schema: standardsQuery }) filters: z.infer<typeof standardsQuery>,
  ): Promise<ScaleList> {
    return this.queries.execute(new GetScales(viewer, filters));
  }

  @QueryRoute(':scaleId', { answer: scalePage })
  @ApiOperation({
    summary: 'GetScale',
    description: 'For: every member. All versions with their labels, and what each changed of the one before.',
  })
  scale(@Viewer() viewer: Session, @Param('scaleId', scaleId) id: string): Promise<ScalePage> {
    return this.queries.execute(new GetScale(viewer, id));
  }

  /** Makes a scale without any version, under the key that it will have. */
  @CommandRoute(':scaleId/define-scale', { creates: true })
  defineScale(
    @Param('scaleId', scaleId) id: string,
    @Body({ schema: defineScaleBody }) data: DataOf<DefineScale>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(new ChangeScale({ type: 'DefineScale', id, data, ...envelope }, expectedVersion));
  }

  /** Writes the next version of a scale: one draft at a time. */
  @CommandRoute(':scaleId/draft-scale-version')
  draftScaleVersion(
    @Param('scaleId', scaleId) id: string,
    @Body({ schema: draftScaleVersionBody }) data: DataOf<DraftScaleVersion>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(
      new ChangeScale({ type: 'DraftScaleVersion', id, data, ...envelope }, expectedVersion),
    );
  }

  /** Brings a draft into force that somebody else wrote. From then on nothing of it changes. */
  @CommandRoute(':scaleId/publish-scale-version')
  publishScaleVersion(
    @Param('scaleId', scaleId) id: string,
    @Body({ schema: publishScaleVersionBody }) data: DataOf<PublishScaleVersion>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(
      new ChangeScale({ type: 'PublishScaleVersion', id, data, ...envelope }, expectedVersion),
    );
  }

  /** Says which labels of two versions stand for each other: for statistics and search. */
  @CommandRoute(':scaleId/map-scale')
  mapScale(
    @Param('scaleId', scaleId) id: string,
    @Body({ schema: mapScaleBody }) data: DataOf<MapScale>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(new ChangeScale({ type: 'MapScale', id, data, ...envelope }, expectedVersion));
  }
}
