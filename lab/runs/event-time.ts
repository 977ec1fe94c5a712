/**
 * The time of an event on the time axis of its run, milliseconds since 1970: never before that of the event before it. The computer's clock
 * may have been set back between them, and what was stored later did happen later.
 * @param beforeMs of the event before; NaN for the first
 * @param time ISO 8601
 */
export function eventTimeMs(beforeMs: number, time: string): number {
  const own = Date.parse(time);
  return own < beforeMs || Number.isNaN(own) ? beforeMs : own;
}
