/** What a run has told, kept for pages that come later. */
import type { EngineEvent } from '../../../lab/experiments/index.js';
import { Changes } from '../changing.js';

/** Rows, notes and log lines kept; older ones are in the run folder. */
const MOST_KEPT = 500_000;
/** Energy totals and metrics kept; when there are more, every second one goes, so that the curve stays whole. */
const MOST_SAMPLES = 4000;

interface Kept {
  readonly seq: number;
  readonly event: EngineEvent;
}

/** Events that replace an earlier one of the same key. */
function keyOf(event: EngineEvent): string | undefined {
  switch (event.type) {
    case 'progress':
      return 'progress';
    case 'image':
    case 'figure':
      return `${event.type} ${event.name}`;
    default:
      return undefined;
  }
}

const isSample = ({ event }: Kept): boolean => event.type === 'energy' || event.type === 'metric';

/** Bounded memory of a run's events: of pictures, figures and progress the last of each, of energy and metrics a thinned curve, all else as it came. */
export class EventLog {
  readonly changes = new Changes();
  #kept: Kept[] = [];
  readonly #byKey = new Map<string, Kept>();
  #samples = 0;
  #seq = 0;
  #ended = false;

  get ended(): boolean {
    return this.#ended;
  }

  add(event: EngineEvent): void {
    const kept = { seq: ++this.#seq, event };
    const key = keyOf(event);
    if (key !== undefined) this.#byKey.set(key, kept);
    else {
      this.#kept.push(kept);
      if (isSample(kept) && ++this.#samples > MOST_SAMPLES) this.#thin();
      if (this.#kept.length > MOST_KEPT) this.#kept = this.#kept.slice(this.#kept.length - MOST_KEPT / 2);
    }
    this.changes.tell();
  }

  #thin(): void {
    let n = 0;
    this.#kept = this.#kept.filter((kept) => !isSample(kept) || n++ % 2 === 0);
    this.#samples = this.#kept.filter(isSample).length;
  }

  end(): void {
    this.#ended = true;
    this.changes.tell();
  }

  /** The events after number `seq`, in order, at most `most`, and the number of the last. */
  after(seq: number, most: number): { readonly events: EngineEvent[]; readonly seq: number } {
    let low = 0;
    let high = this.#kept.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#kept[middle]!.seq > seq) high = middle;
      else low = middle + 1;
    }
    const latest = [...this.#byKey.values()].filter((kept) => kept.seq > seq);
    const found = [...this.#kept.slice(low, low + most), ...latest].sort((a, b) => a.seq - b.seq).slice(0, most);
    return { events: found.map(({ event }) => event), seq: found.at(-1)?.seq ?? seq };
  }
}
