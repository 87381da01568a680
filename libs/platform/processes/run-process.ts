import { StartRefused } from '#platform/config';
import type { Config, Settings } from '#platform/config';

const LONGEST_STOP_MS = 9_500;
const SIGNALS = ['SIGTERM', 'SIGINT'] as const;

/** What a process runs, from its start to its stop. */
export type Running = {
  /** For whoever reads its output. */
  readonly says: string;
  stop(): Promise<void>;
};

/**
 * The life of a process. It says one line when it has started, and stops at the first signal, within ten seconds, also
 * when that comes during the start, which hears of it by a rejection; a second signal ends it at once. A start that is
 * refused is one line and exit code 1.
 */
export const runProcess = async (start: (interruption: Promise<never>) => Promise<Running>): Promise<void> => {
  const signal = firstSignal();
  const interruption = signal.then(() => Promise.reject(new StartRefused('Stopped before it had started.')));
  interruption.catch(() => undefined);
  const running = await start(interruption).catch(failToStart);
  console.log(running.says);
  void signal.then(() => stop(running));
};

/** The configuration of a process that brings no database of its own. */
export const configFor = (settings: Settings): Config => {
  const { database } = settings;
  if (database === undefined)
    throw new StartRefused(
      'DATABASE_URL is not set: set it to a PostgreSQL server, or run npm start, which brings its own.',
    );
  return { ...settings, database };
};

/** From then on the process has ten seconds, and no ear for another signal. */
const firstSignal = (): Promise<void> =>
  new Promise((resolve) => {
    const hear = (): void => {
      for (const signal of SIGNALS) process.removeListener(signal, hear);
      setTimeout(() => process.exit(1), LONGEST_STOP_MS).unref();
      resolve();
    };
    for (const signal of SIGNALS) process.on(signal, hear);
  });

const failToStart = (error: unknown): never => {
  console.error(error instanceof StartRefused ? error.message : error);
  process.exit(1);
};

const stop = async (running: Running): Promise<void> => {
  try {
    await running.stop();
  } catch (error) {
    console.error(error);
    process.exitCode = 1;
  }
};
