import type { DataOf, DomainEvent, Key, OfType, Recorded } from '#kernel';
import type { CheckEvent, EvidenceLinked, EvidenceReassessed, EvidenceUnlinked } from './check.events.js';

// What is left of a link to evidence that is restricted, for those who are not named. When that is so, `visible` knows.

type Reasoned = EvidenceReassessed | EvidenceUnlinked;

/** What happened to links, as far as it is seen: why one was weighed anew, or taken away, may be hidden. */
export type LinkEvent =
  | EvidenceLinked
  | {
      readonly [Type in Reasoned['type']]: DomainEvent<
        Type,
        Omit<DataOf<OfType<Reasoned, Type>>, 'reason'> & { readonly reason?: string }
      >;
    }[Reasoned['type']];

export const isOfLink = (event: Recorded<CheckEvent>): event is Recorded<EvidenceLinked | Reasoned> =>
  event.type === 'EvidenceLinked' || event.type === 'EvidenceReassessed' || event.type === 'EvidenceUnlinked';

/** Without the words of what it links, and without what people wrote of it who had read it. */
export const withoutContent = (event: Recorded<EvidenceLinked | Reasoned>): Recorded<LinkEvent> => {
  if (event.type === 'EvidenceLinked') {
    const { quote: _, locator: __, note: ___, ...data } = event.data;
    return { ...event, data };
  }
  if (event.type === 'EvidenceReassessed') {
    const { note: _, reason: __, ...data } = event.data;
    return { ...event, data };
  }
  const { reason: _, ...data } = event.data;
  return { ...event, data };
};

/** For the public: that a source is there which the desk may not show, and what it is taken to say. Not whose it is. */
export const existenceOf = <Data extends Weighed>(data: Data): Omit<Data, 'originGroup' | 'quote' | 'locator'> => {
  const { originGroup: _, quote: __, locator: ___, ...rest } = data;
  return rest;
};

type Weighed = { readonly originGroup: Key; readonly quote?: string; readonly locator?: string };
