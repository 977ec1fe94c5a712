/** The rig cannot run on this machine; the message says what is missing. */
export class RigUnavailable extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'RigUnavailable';
  }
}
