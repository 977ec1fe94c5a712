/** Major version of the schema: the package `spindrift.v1`. */
export const PROTOCOL_MAJOR = 1;
/** Minor version: rises by one with each additive change. */
export const PROTOCOL_MINOR = 0;
/** Oldest minor version of a peer that this code works with. */
export const MIN_PEER_MINOR = 0;

/** A frame is sent after this time without another one. */
export const HEARTBEAT_S = 0.25;
/** The host declares a REAL board lost after this silence. */
export const BOARD_SILENCE_S = 1.5;
/** What the host waits beyond a call's deadline before it gives up by itself. */
export const DEADLINE_GRACE_S = 0.25;
/** Default silence of the host after which an armed board goes to the safe state. */
export const HOST_SILENCE_MS = 1000;
/** Frames of the host stay below this payload until HelloReply states `max_rx_frame`. */
export const PRE_HELLO_BYTES = 512;
/** Credit that means "unlimited" (lossy streams only). */
export const UNLIMITED_CREDIT = 0xffffffff;

/** Default deadlines in ms by verb, which the board applies when `deadline_ms` is 0; 0 = none. Verbs not listed have 250 ms. */
export const DEFAULT_DEADLINE_MS: Readonly<Record<string, number>> = {
  runShots: 1000,
  multiplyVector: 1000,
  selfTest: 30_000,
  calibrate: 120_000,
  programTile: 120_000,
  putCalibration: 120_000,
  openShots: 0,
  openBits: 0,
  openReadMap: 0,
  openMultiply: 0,
  openTelemetry: 0,
  getCalibration: 0,
  watchPin: 0,
  watchAdc: 0,
  watchI2c: 0,
};
/** Deadline of verbs that {@link DEFAULT_DEADLINE_MS} does not list. */
export const QUICK_DEADLINE_MS = 250;

/** The deadline a board applies to `verb` when the request states none; 0 = none. */
export function defaultDeadlineMs(verb: string): number {
  return DEFAULT_DEADLINE_MS[verb] ?? QUICK_DEADLINE_MS;
}
