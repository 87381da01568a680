/** Work under one name runs in the order it came, one at a time; under different names it does not wait. */
export class OneByOne {
  private readonly last = new Map<string, Promise<void>>();

  async run<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
    const before = this.last.get(name) ?? Promise.resolve();
    const result = before.then(work);
    const isOver = result.then(ignore, ignore);
    this.last.set(name, isOver);
    try {
      return await result;
    } finally {
      if (this.last.get(name) === isOver) this.last.delete(name);
    }
  }
}

const ignore = (): void => undefined;
