import type { Day, Instant } from '#kernel';

/** The time of the script at a desk. */
export type SceneTime = {
  /** Whether the desk's clock follows the script, so that timers run in it. */
  readonly isRehearsal: boolean;
  /** Goes on to this instant of the script; what jobs have to do until then is done. */
  reach(instant: Instant): Promise<void>;
  /** An instant of the script, as the desk counts time. */
  instant(instant: Instant): Instant;
  day(day: Day): Day;
};

/** At a rehearsal desk: its clock stands until the script moves it. */
export const rehearsalTime = (moveTo: (instant: Instant) => Promise<void>): SceneTime => ({
  isRehearsal: true,
  reach: moveTo,
  instant: (instant) => instant,
  day: (day) => day,
});

/** At any other desk: the script is played at once, and what it sets for later is as far ahead as in the script. */
export const presentTime = (): SceneTime => {
  let scene: Instant | undefined;
  const ahead = (instant: Instant): Instant => {
    const from = scene ?? instant;
    return new Date(Date.now() + Date.parse(instant) - Date.parse(from)).toISOString();
  };
  return {
    isRehearsal: false,
    reach: async (instant) => {
      scene = instant;
    },
    instant: ahead,
    day: (day) => ahead(`${day}T${(scene ?? '').slice('YYYY-MM-DDT'.length) || '00:00:00.000Z'}`).slice(0, day.length),
  };
};
