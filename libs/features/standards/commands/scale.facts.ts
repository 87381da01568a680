import { Injectable } from '@nestjs/common';
import type { FactReaders } from '#kernel';
import { Streams, refTo } from '#platform/event-store';
import type { ScaleCommand } from '../domain/scale.commands.js';
import { publishedScale } from '../domain/scale.state.js';
import type { ScaleState } from '../domain/scale.state.js';
import { scaleStream } from '../domain/scale.stream.js';
import { PublisherHosts } from '../read-models/scales/publisher-hosts.query.js';

/** What decisions about a scale need to know of the others. */
@Injectable()
export class ScaleFactReaders {
  constructor(
    private readonly streams: Streams,
    private readonly hosts: PublisherHosts,
  ) {}

  readonly readers: FactReaders<ScaleState, ScaleCommand> = {
    DefineScale: async ({ deskId, data: { publisherHost } }) => ({
      isHostTaken: publisherHost !== undefined && (await this.hosts.isTaken(deskId, publisherHost)),
    }),

    MapScale: async ({ deskId, data: { toScaleId, toVersion } }) => {
      const found = await this.streams.readTogether(deskId, [refTo(scaleStream, toScaleId)]);
      return { target: publishedScale(toScaleId, toVersion, found.stateOf(scaleStream, toScaleId)) };
    },
  };
}
