import type { Recorded } from '#kernel';
import type { CheckEvent } from '../../domain/check.events.js';
import type { CheckState } from '../../domain/check.state.js';
import { ofType } from '../of-type.js';
import type { CheckPage } from './check-page.answer.js';

/** Those that the viewer sees. */
export const notesIn = (events: readonly Recorded<CheckEvent>[]): CheckPage['notes'] =>
  ofType(events, 'NoteAdded').map(({ data: { about, ...note }, actor, recordedAt }) => ({
    ...note,
    ...(about && { about: { ...about } }),
    writtenBy: actor.id,
    writtenAt: recordedAt,
  }));

export const concernsIn = (events: readonly Recorded<CheckEvent>[], { concerns }: CheckState): CheckPage['concerns'] =>
  ofType(events, 'ConcernRaised').map(({ data, actor, recordedAt }) => {
    const isOfIt = ({ concernId }: { readonly concernId: string }) => concernId === data.concernId;
    const dismissed = ofType(events, 'ConcernDismissed').find((one) => isOfIt(one.data));
    return {
      ...data,
      raisedBy: actor.id,
      raisedAt: recordedAt,
      isOpen: concerns.find(isOfIt)?.isOpen === true,
      ...(dismissed && {
        dismissal: { by: dismissed.actor.id, at: dismissed.recordedAt, reason: dismissed.data.reason },
      }),
    };
  });
