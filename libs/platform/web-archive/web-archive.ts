/** What stood at an address, as it was sent, uncompressed. */
export type Snapshot = {
  readonly content: Uint8Array;
  /** With its charset, if the answer named one. */
  readonly mediaType: string;
};

/** The web as something that evidence is copied from. */
export abstract class WebArchive {
  /** Fetches what stands at this address now. Throws `CaptureFailed`. */
  abstract capture(url: string): Promise<Snapshot>;
}

/** Why there is no copy, in one word. The same word for every kind of address that is not to be reached. */
export type CaptureFailure =
  'address-refused' | 'too-many-redirects' | 'media-type' | 'too-large' | 'timeout' | 'unreachable' | `http-${number}`;

/** It could not be copied. A final failure would be the same the next time. */
export class CaptureFailed extends Error {
  override readonly name = 'CaptureFailed';

  constructor(
    readonly code: CaptureFailure,
    message: string,
    readonly isFinal: boolean,
  ) {
    super(message);
  }
}

export const addressRefused = (message: string): CaptureFailed => new CaptureFailed('address-refused', message, true);
