import type { AnyEvent } from '#kernel';

/** Says that payloads of its stream are blanked with it: no other type ends so. It has no personal data itself. */
type Erasure = AnyEvent & { readonly data: { readonly erased: readonly number[] } };

/** The versions of the stream whose payloads these new events erase: mostly none. */
export const versionsErasedBy = (events: readonly AnyEvent[]): readonly number[] =>
  events.filter(isErasure).flatMap(({ data }) => data.erased);

const isErasure = (event: AnyEvent): event is Erasure => event.type.endsWith('Erased');
