import { timelineOf } from '#platform/timeline';
import { mayReadSubmissions } from '../domain/submission.readers.js';
import { submissionStream } from '../domain/submission.stream.js';

/** How to reach who sent it is for editors, there as on its page. */
export const submissionTimeline = timelineOf(submissionStream, {
  mayRead: (actor) => mayReadSubmissions('GetSubmission', actor),
  seenBy: (actor, events) => {
    const seesContact = mayReadSubmissions('contact', actor).allowed;
    return events.map((event) =>
      event.type === 'SubmissionContactRecorded' && !seesContact
        ? { shows: 'part', event: { ...event, data: {} } }
        : { shows: 'all', event },
    );
  },
});
