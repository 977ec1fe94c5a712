import { join } from 'node:path';
import { EVENTS_FILE, readRun, type RunEvent, type StoredRun } from '../../runs/index.js';
import { scanLog } from '../../runs/scan-log.js';
import type { EnergyEntry } from '../entry.js';
import type { Span } from './clock-trace.js';
import { clockOf, EnergyTrace, type EnergyView, type TraceClock, type ViewRequest } from './energy-trace.js';
import { selectionTotals, type EnergySelection, type Produced } from './selection.js';
import { SeriesSum, seriesOf } from './series.js';
import { StepTrace } from './step-trace.js';

/** Stretch of a clock. */
export interface SelectionRequest extends Partial<Span> {
  readonly clock: TraceClock;
}

/**
 * The energy of a run folder over time, also of a run that goes on: `refresh` reads what has come since. What it keeps does not grow with
 * the run; a selection's edges are looked up in the log again, so every sum is exact.
 */
export class RunEnergyTrace {
  readonly trace: EnergyTrace;
  readonly steps = new StepTrace();
  #run: StoredRun;
  #offset = 0;
  #damaged = 0;
  #entries = 0;
  #ended = false;
  #refreshing: Promise<boolean> | undefined;
  readonly #produced: { bits?: number; macs?: number; images?: number } = {};

  private constructor(run: StoredRun, capacity?: number) {
    this.#run = run;
    this.trace = new EnergyTrace(capacity);
  }

  /**
   * Reads a run folder.
   * @param options.capacity bins that are kept of a clock
   * @throws FileError when there is no run or it cannot be read; DataError when it is damaged
   */
  static async open(dir: string, options: { readonly capacity?: number } = {}): Promise<RunEnergyTrace> {
    const energy = new RunEnergyTrace(await readRun(dir), options.capacity);
    await energy.refresh();
    return energy;
  }

  /** The run as it stood at the last refresh. */
  get run(): StoredRun {
    return this.#run;
  }

  /** Damaged lines, and entries of an unknown shape, that were passed over: their energy is not in these books. */
  get damaged(): number {
    return this.#damaged;
  }

  /** Entries read so far. */
  get entries(): number {
    return this.#entries;
  }

  /** What the run has produced so far; images only once it has finished, since half a picture is none. */
  get produced(): Produced {
    const { images, ...rest } = this.#produced;
    return this.#run.state === 'finished' && images !== undefined ? { ...rest, images } : rest;
  }

  /** Reads what the log has gained. @returns whether there was anything, or the run's state has changed */
  refresh(): Promise<boolean> {
    return (this.#refreshing ??= this.#refresh().finally(() => (this.#refreshing = undefined)));
  }

  async #refresh(): Promise<boolean> {
    if (this.#ended) return false;
    const before = this.#offset;
    const { state } = this.#run;
    this.#run = await readRun(this.#run.dir);
    // The state is read before the log: a run that has ended by then writes nothing any more.
    for await (const { event, start, end, complete } of scanLog(this.#path, { from: before })) {
      if (!complete) break;
      this.#offset = end;
      if (event === undefined) this.#damaged += 1;
      else this.#take(event.event, start, end);
    }
    this.#ended = this.#run.state !== 'running';
    return this.#offset > before || this.#run.state !== state;
  }

  get #path(): string {
    return join(this.#run.dir, EVENTS_FILE);
  }

  #take(event: RunEvent, start: number, end: number): void {
    const values = (event['values'] ?? {}) as Readonly<Record<string, unknown>>;
    switch (event.type) {
      case 'posting': {
        const entry = event['entry'] as EnergyEntry;
        try {
          this.trace.add(entry, start, end);
        } catch {
          // Written by a version that knows more, or not by us at all.
          this.#damaged += 1;
          break;
        }
        this.steps.add(entry);
        this.#entries += 1;
        break;
      }
      case 'energy':
        if (typeof event['boardTimeS'] === 'number') this.trace.clock('board').begin(event['boardTimeS']);
        if (typeof event['hostTimeS'] === 'number') this.trace.clock('host').begin(event['hostTimeS']);
        break;
      case 'row':
        if (event['table'] === 'steps') this.steps.close(this.trace.clock('board').span?.toS ?? 0, values);
        break;
      case 'metric':
      case 'result':
        this.#note(values);
        break;
      default:
    }
  }

  #note(values: Readonly<Record<string, unknown>>): void {
    const { bitsUsed, bits = bitsUsed, macs, images } = values;
    if (typeof bits === 'number') this.#produced.bits = bits;
    if (typeof macs === 'number') this.#produced.macs = macs;
    if (typeof images === 'number') this.#produced.images = images;
  }

  /** Power and energy over time. A stretch of merged readings is looked up in the log again, as finely as there is room for. */
  async view(request: ViewRequest): Promise<EnergyView> {
    const clock = this.trace.clock(clockOf(request.scope));
    const whole = clock.span;
    const coarse = this.trace.view(request);
    if (whole === undefined || clock.binSize === 1) return coarse;
    const first = clock.binAt(request.fromS ?? whole.fromS);
    const last = clock.binAt(request.toS ?? whole.toS);
    if (last - first + 1 >= (request.bins ?? 512) / 2) return coarse;
    const fine = new EnergyTrace();
    const { fromS, startsAt } = clock.bin(first);
    fine.clock(clockOf(request.scope)).begin(fromS);
    for await (const { entry, start, end } of this.#entriesIn(startsAt, clock.bin(last).endsAt)) {
      if (clockOf(entry.scope) === clockOf(request.scope)) fine.add(entry, start, end);
    }
    const view = fine.view(request);
    const beforeJ = coarse.cumulativeJ[0] ?? 0;
    return { ...view, cumulativeJ: view.cumulativeJ.map((joules) => joules + beforeJ) };
  }

  /** What was spent between two times, by scope, kind, component, phase and formula: readings that end after `fromS` and up to `toS`. */
  async selection({ clock: name, fromS, toS }: SelectionRequest): Promise<EnergySelection> {
    const clock = this.trace.clock(name);
    const whole = clock.span ?? { fromS: 0, toS: 0 };
    const asked = openEnded(whole, fromS, toS);
    if (asked.fromS === -Infinity && asked.toS === Infinity) {
      const produced = this.#producedIn(name, asked);
      const { ledger } = this.trace;
      // The last digit too is that of the books.
      const totals = selectionTotals(name, clock.whole, clock.span, produced).map((total) => {
        const { scope, kind } = total.amount;
        return { ...total, amount: ledger.total(scope, kind).toJSON() };
      });
      return { clock: name, asked: whole, covered: clock.span, produced, totals };
    }
    const sums = new Map<string, SeriesSum>();
    let covered: Span | undefined;
    const cover = (span: Span): void => {
      covered = {
        fromS: Math.min(covered?.fromS ?? Infinity, span.fromS),
        toS: Math.max(covered?.toS ?? -Infinity, span.toS),
      };
    };
    const first = clock.length === 0 ? 0 : clock.binAt(asked.fromS);
    const past = clock.length === 0 || asked.toS < whole.fromS ? first : clock.binAt(asked.toS) + 1;
    for (let bin = first; bin < past;) {
      const { fromS: startS, toS: endS, startsAt, endsAt } = clock.bin(bin);
      // What ends in the selection belongs to it; a bin of several readings may have begun before it.
      const begins = clock.binSize === 1 || startS >= asked.fromS;
      const inside = begins && endS > asked.fromS && endS <= asked.toS;
      if (inside) {
        clock.addTo(sums, bin, bin + 1);
        cover({ fromS: startS, toS: endS });
      } else if (clock.binSize > 1) {
        await this.#addEdge(sums, name, asked, { fromS: startS, startsAt, endsAt }, cover);
      }
      bin += 1;
    }
    const produced = covered === undefined ? {} : this.#producedIn(name, asked);
    const used = [...sums.values()].filter(
      ({ events, joules, variance }) => events.value !== 0 || joules.value !== 0 || variance.value !== 0,
    );
    return {
      clock: name,
      asked: { fromS: fromS ?? whole.fromS, toS: toS ?? whole.toS },
      covered,
      produced,
      totals: selectionTotals(name, used, covered, produced),
    };
  }

  async #addEdge(
    sums: Map<string, SeriesSum>,
    clock: TraceClock,
    asked: Span,
    bin: { readonly fromS: number; readonly startsAt: number; readonly endsAt: number },
    cover: (span: Span) => void,
  ): Promise<void> {
    let [before, at] = [bin.fromS, bin.fromS];
    for await (const { entry } of this.#entriesIn(bin.startsAt, bin.endsAt)) {
      if (clockOf(entry.scope) !== clock) continue;
      if (entry.timeS > at) [before, at] = [at, entry.timeS];
      if (!(entry.timeS > asked.fromS && entry.timeS <= asked.toS)) continue;
      const { id, key } = seriesOf(entry);
      const sum = sums.get(id) ?? new SeriesSum(key);
      sum.add(entry);
      sums.set(id, sum);
      cover({ fromS: before, toS: at });
    }
  }

  /** The whole run's products for the whole run; for a part of it those of the steps that end in it. */
  #producedIn(clock: TraceClock, asked: Span): Produced {
    const whole = this.trace.clock(clock).span;
    if (whole !== undefined && asked.fromS <= whole.fromS && asked.toS >= whole.toS) return this.produced;
    if (clock === 'host' || this.steps.steps.length === 0) return {};
    const inside = this.steps.steps.filter(({ endS }) => endS > asked.fromS && endS <= asked.toS);
    const sum = (name: string): number => inside.reduce((total, { values }) => total + (values[name] ?? 0), 0);
    return { bits: sum('bits'), macs: sum('macs') };
  }

  /** The raw entries of a stretch of time, in order, read as they are asked for. */
  async *rawEntries({ clock: name, fromS, toS }: SelectionRequest): AsyncGenerator<EnergyEntry> {
    const clock = this.trace.clock(name);
    if (clock.length === 0) return;
    const asked = openEnded(clock.span!, fromS, toS);
    const from = clock.bin(clock.binAt(asked.fromS)).startsAt;
    const to = clock.bin(clock.binAt(asked.toS)).endsAt;
    for await (const { entry } of this.#entriesIn(from, to)) {
      if (clockOf(entry.scope) !== name) continue;
      if (entry.timeS > asked.fromS && entry.timeS <= asked.toS) yield entry;
    }
  }

  async *#entriesIn(from: number, to: number): AsyncGenerator<{ entry: EnergyEntry; start: number; end: number }> {
    for await (const { event, start, end, complete } of scanLog(this.#path, { from, to })) {
      if (complete && event?.event.type === 'posting') {
        yield { entry: event.event['entry'] as EnergyEntry, start, end };
      }
    }
  }
}

/** A selection from the beginning takes in what was booked at the beginning itself. */
function openEnded(whole: Span, fromS = -Infinity, toS = Infinity): Span {
  return { fromS: fromS <= whole.fromS ? -Infinity : fromS, toS: toS >= whole.toS ? Infinity : toS };
}
