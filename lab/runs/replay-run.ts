import { abortError, checkNumber, systemClock, type Clock } from '../../base/index.js';
import type { StoredEvent } from './event-line.js';
import { eventTimeMs } from './event-time.js';
import { scanLog } from './scan-log.js';
import { RunSurvey } from './tables/run-survey.js';

/** How to replay. */
export interface ReplayOptions {
  /** Seconds of the run a second; default 1. Infinity gives all events at once. */
  readonly speed?: number;
  /** Where to begin, seconds from the first event; default 0. */
  readonly fromS?: number;
  /** Pauses of the run longer than this are cut to it, seconds of the run; default: kept. */
  readonly longestPauseS?: number;
  readonly signal?: AbortSignal;
  readonly clock?: Clock;
  /** Of the run, where it has been made already. */
  readonly survey?: RunSurvey;
}

/** An event at its time. */
export interface ReplayedEvent {
  /** Seconds from the first event of the run. */
  readonly atS: number;
  readonly event: StoredEvent;
}

/** Fastest that is paced; what is faster is Infinity. */
const FASTEST = 1e6;

/**
 * The events of a run again, each at its time after the one before. The log is read from the page that `fromS` is in and only as far as
 * the reader goes, so that a jump into a long run costs no more than a page. To pause, stop reading; to jump, call again.
 *
 * What is replayed are the events that the run stored. The frames that travelled between board and host are not in a run folder, so that
 * this is no board: nothing can be measured on it.
 * @throws RangeError for a speed or time that is none; FileError; AbortError when the signal fires
 */
export async function* replayRun(dir: string, options: ReplayOptions = {}): AsyncGenerator<ReplayedEvent> {
  const { signal, clock = systemClock, speed = 1, longestPauseS = Infinity } = options;
  if (speed !== Infinity) checkNumber('speed', speed, { min: 1e-3, max: FASTEST });
  const fromS = checkNumber('fromS', options.fromS ?? 0, { min: 0 });
  if (longestPauseS !== Infinity) checkNumber('longestPauseS', longestPauseS, { min: 0 });
  const survey = options.survey ?? (await RunSurvey.of(dir, signal));
  const [firstMs] = survey.span;
  const page = survey.pageOfTime(firstMs + fromS * 1000);
  if (page === undefined) return;
  let [atS, dueS] = [fromS, clock.now()];
  let timeMs = page.timeMs;
  const part = { from: page.offset, to: survey.bytes, ...(signal === undefined ? {} : { signal }) };
  for await (const { event } of scanLog(survey.path, part)) {
    if (event === undefined) continue;
    timeMs = eventTimeMs(timeMs, event.time);
    const eventS = (timeMs - firstMs) / 1000;
    if (eventS < fromS) continue;
    dueS += Math.min(longestPauseS, Math.max(0, eventS - atS)) / speed;
    atS = Math.max(atS, eventS);
    const left = dueS - clock.now();
    if (left > 0) await clock.sleep(left, signal);
    // A reader that paused must not be given everything at once that became due meanwhile.
    else dueS = clock.now();
    if (signal?.aborted === true) throw abortError(signal.reason);
    yield { atS: eventS, event };
  }
}
