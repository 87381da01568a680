import { Temporal } from 'temporal-polyfill';
import type { Duration, Key } from '#kernel';
import { FINDINGS, SEVERITIES } from './finding.js';
import { millisecondsOf } from './instants.js';
import type { Calendar, EscalationMark, PolicyRules } from './policy.js';

/** The first field of these rules whose value is outside its bounds. */
export const fieldOutOfBounds = (rules: PolicyRules): string | undefined =>
  boundsOf(rules).find(([, isWithin]) => !isWithin)?.[0];

const boundsOf = (rules: PolicyRules): readonly (readonly [field: string, isWithin: boolean])[] => {
  const { scale, review, time, sources, reply, waivers, publication, corrections, complaint, evidence } = rules;
  return [
    ['scale', KEY_OF_PART.test(scale.scaleId) && isInteger(scale.version, 1, Number.MAX_SAFE_INTEGER)],
    ['review.quorum', SEVERITIES.every((severity) => isInteger(review.quorum[severity], 1, 5))],
    ['review.agreement', SEVERITIES.every((severity) => AGREEMENTS.includes(review.agreement[severity]))],
    ['review.revealDelay', isWallTime(review.revealDelay, 'PT4H')],
    ['assignment.maxOpen', isInteger(rules.assignment.maxOpen, 1, 100)],
    ['calendar', isCalendar(rules.calendar)],
    ['time', Object.values(time).every((one) => isWorkingTime(one, rules.calendar))],
    ['sources.minIndependent', isInteger(sources.minIndependent, 0, 10)],
    ['reply.requiredFor', reply.requiredFor.every((finding) => FINDINGS.includes(finding))],
    ['reply.window', isWallTime(reply.window)],
    ['reply.minWindow', isWallTime(reply.minWindow)],
    ['waivers', Object.values(waivers).flat().every(isKey)],
    ['publication.claimReviewedMax', isInteger(publication.claimReviewedMax, 40, 200)],
    ['publication.reviewAfter', isPeriod(publication.reviewAfter, 'P7D')],
    ['publication.disagreementNote', DISAGREEMENT_NOTES.includes(publication.disagreementNote)],
    ['corrections.reviewers', isInteger(corrections.reviewers, 1, 5)],
    ['complaint.firstLook', isWallTime(complaint.firstLook)],
    ['complaint.secondLook', isWallTime(complaint.secondLook)],
    ['complaint.complianceDays', isInteger(complaint.complianceDays, 1, 60)],
    ['evidence.verifyEvery', isWallTime(evidence.verifyEvery)],
    ['evidence.watchEvery', isWallTime(evidence.watchEvery)],
    ['escalation', isEscalation(rules.escalation, rules.calendar)],
  ];
};

const AGREEMENTS = ['unanimous', 'majority'];
const DISAGREEMENT_NOTES = ['never', 'when_disagreed'];
const RECIPIENTS = ['assignee', 'editor', 'approver'];
const KEY = /^[a-z0-9][a-z0-9:._-]{0,79}$/;
/** Of what stands in the name of a stream or of a job, where a colon would not. */
const KEY_OF_PART = /^[a-z0-9][a-z0-9._-]{0,79}$/;
const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
const LONGEST = 'P10Y';
const MOST_WEEKS = 1000;

const isKey = (value: Key): boolean => KEY.test(value);

const isInteger = (value: number, least: number, most: number): boolean =>
  Number.isSafeInteger(value) && value >= least && value <= most;

/** Every clock has exactly one mark `due`, at its due time. */
const isEscalation = (escalation: readonly EscalationMark[], calendar: Calendar): boolean =>
  areDistinct(escalation.map(({ mark }) => mark)) &&
  escalation.some(({ mark }) => mark === 'due') &&
  escalation.every(
    ({ mark, offset, to, suggest }) =>
      KEY_OF_PART.test(mark) &&
      isOffset(offset, calendar) &&
      (mark === 'due') === (millisecondsOf(offset) === 0) &&
      RECIPIENTS.includes(to) &&
      (suggest === undefined || isKey(suggest)),
  );

const isCalendar = ({ timeZone, days, from, to, holidays }: Calendar): boolean =>
  isRead(() => Temporal.PlainDate.from('1970-01-01').toZonedDateTime(timeZone)) &&
  days.length > 0 &&
  areDistinct(days) &&
  days.every((day) => isInteger(day, 1, 7)) &&
  TIME.test(from) &&
  (TIME.test(to) || to === '24:00') &&
  from < to &&
  holidays.every(
    (day) => isRead(() => Temporal.PlainDate.from(day)) && Temporal.PlainDate.from(day).toString() === day,
  );

/** Of days, weeks, months and years, or shorter. */
const isPeriod = (value: Duration, least: Duration, most: Duration = LONGEST): boolean =>
  isRead(() => millisecondsOf(value)) && isInteger(millisecondsOf(value), millisecondsOf(least), millisecondsOf(most));

/** As long in every month and year. */
const isWallTime = (value: Duration, most: Duration = LONGEST): boolean =>
  isPeriod(value, 'PT0S', most) && !/[YM]/.test(value.toUpperCase().split('T')[0] ?? '');

/** It ends in this calendar, and soon enough to be a deadline. */
const isWorkingTime = (value: Duration, calendar: Calendar): boolean =>
  isWallTime(value) && millisecondsOf(value) <= MOST_WEEKS * millisecondsPerWeek(calendar);

const isOffset = (value: Duration, calendar: Calendar): boolean =>
  isRead(() => Temporal.Duration.from(value)) &&
  isWorkingTime(Temporal.Duration.from(value).abs().toString(), calendar);

const millisecondsPerWeek = ({ days, from, to }: Calendar): number =>
  days.length * (minuteOf(to) - minuteOf(from)) * 60_000;

const minuteOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
};

const areDistinct = (values: readonly unknown[]): boolean => new Set(values).size === values.length;

/** Whether Temporal can read it. */
const isRead = (read: () => unknown): boolean => {
  try {
    read();
    return true;
  } catch {
    return false;
  }
};
