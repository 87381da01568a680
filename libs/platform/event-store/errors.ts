/** Someone else wrote first. No refusal: who named no version decides again, and a job is tried again. */
export class VersionConflict extends Error {
  override readonly name = 'VersionConflict';

  constructor(
    readonly stream: string,
    readonly expected: string | number,
    readonly actual: number,
  ) {
    super(`${stream} is at version ${actual}, and not as expected (${expected}).`);
  }
}

/** This command id was used for another request. */
export class CommandIdReused extends Error {
  override readonly name = 'CommandIdReused';

  constructor(readonly commandId: string) {
    super(`The command id ${commandId} was used for another request.`);
  }
}

/** A closed stream takes no event any more. */
export class StreamClosed extends Error {
  override readonly name = 'StreamClosed';

  constructor(readonly stream: string) {
    super(`${stream} is closed.`);
  }
}

/** The database kept this call waiting behind others, each time it was tried. It may be sent again. */
export class StoreBusy extends Error {
  override readonly name = 'StoreBusy';
}

/** The database did not answer, or takes no writes. What became of a command is found by sending it again. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}

/** The log has a hole, or an entry without its event. A defect: nobody reads past it. */
export class LogHole extends Error {
  override readonly name = 'LogHole';
}

/** A member must say which version he saw, and did not. */
export class VersionMissing extends Error {
  override readonly name = 'VersionMissing';
}
