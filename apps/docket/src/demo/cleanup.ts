import { StartRefused } from '#platform/config';

/** Undoes what was started, in the opposite order, also when the work fails or somebody presses Ctrl-C. */
export class Cleanup {
  private readonly steps: (() => void | Promise<void>)[] = [];

  add(step: () => void | Promise<void>): void {
    this.steps.push(step);
  }

  /** Every step is taken; the first error is thrown at the end. */
  async run(): Promise<void> {
    const errors: unknown[] = [];
    for (let step = this.steps.pop(); step !== undefined; step = this.steps.pop()) {
      try {
        await step();
      } catch (error) {
        errors.push(error);
      }
    }
    if (errors.length > 0) throw errors[0];
  }

  /** The work, or a refusal as soon as a signal asks to stop. A second signal ends the process at once. */
  unlessInterrupted(work: Promise<void>): Promise<void> {
    return new Promise((resolve, reject) => {
      const interrupt = (signal: NodeJS.Signals): void => reject(new StartRefused(`Stopped by ${signal}.`));
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, interrupt);
      work.then(resolve, reject);
    });
  }
}
