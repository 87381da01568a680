import { Injectable } from '@nestjs/common';
import { upcast } from '#kernel';
import type { AnyEvent, AnyStream, Upcasters } from '#kernel';

/** How old events are read today. Types that nobody declared pass through: a newer release may have written them. */
@Injectable()
export class EventCatalogue {
  private readonly upcasters = new Map<string, Upcasters<AnyEvent>>();

  add(streams: readonly AnyStream[]): void {
    for (const { decider, upcasters } of streams) {
      const known = this.upcasters.get(decider.category);
      if (known !== undefined && known !== upcasters)
        throw new Error(`Two kinds of stream are called ${decider.category}.`);
      this.upcasters.set(decider.category, upcasters);
    }
  }

  /** The data in the newest shape. What was erased has none: it stays `null`. */
  newest(category: string, type: string, schemaVersion: number, data: unknown): unknown {
    const upcasters = this.upcasters.get(category);
    return data === null || upcasters === undefined ? data : upcast(upcasters, type, schemaVersion, data);
  }
}
