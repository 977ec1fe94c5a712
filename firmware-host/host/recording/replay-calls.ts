/** Which recorded call answers a request. */
import type { RequestBody } from '../../../proto/index.js';
import { requestKey } from './frame-bytes.js';
import type { RecordedCall } from './wire-recording.js';

/** Verbs that ask for what is; asking changes nothing, and may be done at any time. Telemetry is told another way. */
const LOOKS: ReadonlySet<string> = new Set(['getIdentity', 'getLimits', 'getState', 'getCalibration']);
/** Verbs that set something; setting it once more changes nothing. */
const SETTINGS: ReadonlySet<string> = new Set(['setLogLevel', 'setConfig', 'arm', 'makeSafe', 'clearFault']);

/** The calls of a recording, each to be had once; those that ask or set may be repeated. */
export class ReplayCalls {
  readonly #calls: readonly RecordedCall[];
  readonly #byKey = new Map<string, { readonly places: number[]; next: number }>();
  /** Calls that change the array, by place; the earliest that nobody asked for holds the recording's time back. */
  readonly #used: Uint8Array;
  #passed = 0;

  constructor(calls: readonly RecordedCall[]) {
    this.#calls = calls;
    this.#used = new Uint8Array(calls.length);
    calls.forEach(({ verb, key }, place) => {
      if (LOOKS.has(verb)) this.#used[place] = 1;
      const found = this.#byKey.get(key);
      if (found === undefined) this.#byKey.set(key, { places: [place], next: 0 });
      else found.places.push(place);
    });
    this.#pass();
  }

  /** Where the recording stands still until the host asks for the next thing, seconds; Infinity when it has asked for all. */
  get boundS(): number {
    return this.#calls[this.#passed]?.startS ?? Infinity;
  }

  /** How often a request is in the recording. */
  count(payload: Uint8Array): number {
    return this.#byKey.get(requestKey(payload))?.places.length ?? 0;
  }

  /** The call that answers a request now; undefined if the recording has none, or none left. */
  take(verb: RequestBody, payload: Uint8Array): RecordedCall | undefined {
    const found = this.#byKey.get(requestKey(payload));
    if (found === undefined) return undefined;
    const again = LOOKS.has(verb) || SETTINGS.has(verb);
    if (found.next >= found.places.length && !again) return undefined;
    const place = found.places[Math.min(found.next, found.places.length - 1)]!;
    found.next += 1;
    if (!LOOKS.has(verb)) this.#consume(place);
    return this.#calls[place];
  }

  #consume(place: number): void {
    this.#used[place] = 1;
    // What the host did not ask for before this, it did without.
    this.#passed = Math.max(this.#passed, place);
    this.#pass();
  }

  #pass(): void {
    while (this.#passed < this.#calls.length && this.#used[this.#passed] === 1) this.#passed += 1;
  }
}
