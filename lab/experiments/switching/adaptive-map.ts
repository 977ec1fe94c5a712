import { wilsonInterval, type Interval } from '../../../base/index.js';
import { middleOf, type AxisScale } from './pulse-axes.js';

/** State that a cell is brought to before the pulse. */
export type StartState = 'p' | 'ap';

/** What is known at one pulse and start. */
export interface MapPoint {
  readonly widthS: number;
  readonly voltageV: number;
  readonly start: StartState;
  readonly trials: number;
  readonly switched: number;
}

/** What to measure next at one pulse and start. */
export interface MapTask {
  readonly widthS: number;
  readonly voltageV: number;
  readonly start: StartState;
  /** Shots of each cell. */
  readonly shots: number;
}

/** How a map is measured. */
export interface MapSettings {
  /** Coarse grid, rising. */
  readonly widthsS: readonly number[];
  readonly voltagesV: readonly number[];
  readonly starts: readonly StartState[];
  /** Whether the board allows a pulse. */
  readonly allows: (voltageV: number, widthS: number) => boolean;
  /** Trials of one shot: the cells that take part. */
  readonly cells: number;
  /** Trials of each point before anything is decided. */
  readonly trialsMin: number;
  readonly trialsMax: number;
  /** Half-width of the 95 % interval that every point is to reach. */
  readonly halfWidth: number;
  /** Largest step of p between neighbouring widths; across ½ half of it. */
  readonly pStep: number;
  /** How often an interval of widths may be halved. */
  readonly refinements: number;
  /** Trials in all. */
  readonly budget: number;
  readonly widthScale: AxisScale;
  /** Resolution of the pulse width, s. */
  readonly widthStepS: number;
}

interface Candidate {
  readonly tasks: readonly MapTask[];
  readonly trials: number;
  /** New pulses come before more trials. */
  readonly rank: 0 | 1;
  readonly gain: number;
}

/** A width of one voltage's row and how often the interval before it has been halved. */
interface RowWidth {
  readonly widthS: number;
  readonly depth: number;
}

/** No round asks for more than this many times the trials that a point has: the estimate it rests on is no better. */
const GROWTH = 4;

/**
 * Decides where a map of switching probability needs measuring. The coarse grid comes first. Then, in rounds, until the target, the budget or the
 * board's resolution is reached:
 *
 * 1. between neighbouring widths whose probabilities differ by more than `pStep` (half of it where they lie on either side of ½), beyond one standard
 *    error of the difference, the middle width is added;
 * 2. points whose 95 % Wilson interval is wider than the target get more trials, the widest first.
 *
 * It is told results and draws nothing itself: the same results lead to the same plan.
 */
export class AdaptiveMap {
  readonly #settings: MapSettings;
  readonly #points = new Map<string, MapPoint>();
  readonly #rows: { readonly voltageV: number; widths: RowWidth[] }[];
  #begun = false;
  #spent = 0;
  /** Pulses of the coarse grid that the board does not allow. */
  readonly leftOut: number;

  /** @throws RangeError when nothing of the grid is allowed, or the budget does not suffice for the coarse grid */
  constructor(settings: MapSettings) {
    this.#settings = settings;
    const { voltagesV, widthsS, allows, starts, budget } = settings;
    this.#rows = voltagesV.map((voltageV) => ({
      voltageV,
      widths: widthsS.filter((widthS) => allows(voltageV, widthS)).map((widthS) => ({ widthS, depth: 0 })),
    }));
    const pulses = this.#rows.reduce((sum, { widths }) => sum + widths.length, 0);
    this.leftOut = voltagesV.length * widthsS.length - pulses;
    if (pulses === 0) throw new RangeError('the board allows no pulse of these widths and voltages');
    const least = pulses * starts.length * this.#trials(settings.trialsMin);
    if (budget < least)
      throw new RangeError(`budget must not be below the ${least} trials of the coarse grid, got ${budget}`);
  }

  /** Trials so far. */
  get spent(): number {
    return this.#spent;
  }

  /** Trials so far and those that the present points still need: a forecast that refinement raises. */
  get forecast(): number {
    const { starts, trialsMin, budget } = this.#settings;
    let total = this.#spent;
    for (const { voltageV, widths } of this.#rows) {
      for (const { widthS } of widths) {
        for (const start of starts) {
          const point = this.#points.get(keyOf(voltageV, widthS, start));
          total += point === undefined ? this.#trials(trialsMin) : this.#trials(this.#needed(point) - point.trials);
        }
      }
    }
    return Math.min(budget, total);
  }

  /** What has been measured, by voltage, width and start. */
  get points(): MapPoint[] {
    return this.#inOrder([...this.#points.values()]);
  }

  /** Whether every point has reached the target. */
  get reached(): boolean {
    return this.points.every((point) => halfWidthOf(point) <= this.#settings.halfWidth);
  }

  /** What to measure next, voltage by voltage; empty when the map is done. */
  nextRound(): MapTask[] {
    if (!this.#begun) {
      this.#begun = true;
      const shots = this.#shots(this.#settings.trialsMin);
      return this.#inOrder(
        this.#rows.flatMap(({ voltageV, widths }) =>
          widths.flatMap(({ widthS }) => this.#settings.starts.map((start) => ({ voltageV, widthS, start, shots }))),
        ),
      );
    }
    const candidates = [...this.#newPulses(), ...this.#moreTrials()].sort(
      (a, b) => a.rank - b.rank || b.gain - a.gain || comparePulses(a.tasks[0]!, b.tasks[0]!),
    );
    let left = this.#settings.budget - this.#spent;
    const chosen: MapTask[] = [];
    for (const { tasks, trials } of candidates) {
      if (trials > left) continue;
      left -= trials;
      chosen.push(...tasks);
      for (const task of tasks) this.#insert(task);
    }
    return this.#inOrder(chosen);
  }

  /** Takes the outcome of a task. @returns the point as it is known now */
  add({ widthS, voltageV, start }: MapTask, trials: number, switched: number): MapPoint {
    const key = keyOf(voltageV, widthS, start);
    const before = this.#points.get(key);
    const point = {
      widthS,
      voltageV,
      start,
      trials: (before?.trials ?? 0) + trials,
      switched: (before?.switched ?? 0) + switched,
    };
    this.#points.set(key, point);
    this.#spent += trials;
    return point;
  }

  #newPulses(): Candidate[] {
    const { starts, trialsMin, refinements, widthScale, widthStepS } = this.#settings;
    const shots = this.#shots(trialsMin);
    const found: Candidate[] = [];
    for (const { voltageV, widths } of this.#rows) {
      const series = starts.map((start) =>
        widths.map(({ widthS }) => this.#points.get(keyOf(voltageV, widthS, start))!),
      );
      for (let k = 1; k < widths.length; k += 1) {
        if (widths[k]!.depth >= refinements) continue;
        const gain = Math.max(...series.map((points) => this.#excessStep(points, k)));
        if (gain <= 0) continue;
        const widthS = middleOf(widths[k - 1]!.widthS, widths[k]!.widthS, widthScale, widthStepS);
        if (widthS === undefined || !this.#settings.allows(voltageV, widthS)) continue;
        const tasks = starts.map((start) => ({ voltageV, widthS, start, shots }));
        found.push({ tasks, trials: tasks.length * shots * this.#settings.cells, rank: 0, gain });
      }
    }
    return found;
  }

  /** By how much the step of p from the point before is too large; not above 0 when it is not, or may be chance. */
  #excessStep(points: readonly MapPoint[], k: number): number {
    const [a, b] = [points[k - 1]!, points[k]!];
    const step = Math.abs(a.switched / a.trials - b.switched / b.trials) - Math.sqrt(varianceOf(a) + varianceOf(b));
    // Between two points that lie on either side of ½, undecided ones between them included, the step that matters is half as large.
    const before = points.slice(0, k).findLast((point) => sideOf(point) !== 0);
    const after = points.slice(k).find((point) => sideOf(point) !== 0);
    const crosses = before !== undefined && after !== undefined && sideOf(before) !== sideOf(after);
    return step - (crosses ? this.#settings.pStep / 2 : this.#settings.pStep);
  }

  #moreTrials(): Candidate[] {
    return [...this.#points.values()].flatMap((point): Candidate[] => {
      const more = Math.min(this.#needed(point), GROWTH * point.trials) - point.trials;
      if (more <= 0) return [];
      const { widthS, voltageV, start } = point;
      const shots = this.#shots(more);
      const tasks = [{ widthS, voltageV, start, shots }];
      return [{ tasks, trials: shots * this.#settings.cells, rank: 1, gain: halfWidthOf(point) }];
    });
  }

  /** Trials that a point is expected to need for the target, no more than the most; what it has, when it has reached it. */
  #needed(point: MapPoint): number {
    const { halfWidth, trialsMax } = this.#settings;
    if (halfWidthOf(point) <= halfWidth || point.trials >= trialsMax) return point.trials;
    // Half-widths fall with the root of n.
    const estimate = Math.ceil(point.trials * (halfWidthOf(point) / halfWidth) ** 2);
    return Math.min(trialsMax, Math.max(point.trials + 1, estimate));
  }

  /** Gives a new pulse its place among the widths of its voltage. */
  #insert({ voltageV, widthS }: MapTask): void {
    const row = this.#rows.find((each) => each.voltageV === voltageV)!;
    const at = row.widths.findIndex((each) => each.widthS >= widthS);
    const next = row.widths[at];
    if (next === undefined || next.widthS === widthS) return;
    const depth = next.depth + 1;
    row.widths.splice(at, 1, { widthS, depth }, { widthS: next.widthS, depth });
  }

  #shots(trials: number): number {
    return Math.ceil(trials / this.#settings.cells);
  }

  /** Trials as whole shots of all cells. */
  #trials(trials: number): number {
    return Math.max(0, this.#shots(trials)) * this.#settings.cells;
  }

  /** The slow knob, the amplitude, changes least. */
  #inOrder<T extends MapTask | MapPoint>(items: T[]): T[] {
    return items.sort(comparePulses);
  }
}

/** The 95 % Wilson interval of a point. */
export function intervalOf({ switched, trials }: Pick<MapPoint, 'switched' | 'trials'>): Interval {
  return wilsonInterval(switched, trials);
}

/** Half the length of that interval. */
export function halfWidthOf(point: Pick<MapPoint, 'switched' | 'trials'>): number {
  const [lower, upper] = intervalOf(point);
  return (upper - lower) / 2;
}

/** Which side of ½ a point is on; 0 while its interval contains ½. */
export function sideOf(point: Pick<MapPoint, 'switched' | 'trials'>): -1 | 0 | 1 {
  const [lower, upper] = intervalOf(point);
  return lower > 0.5 ? 1 : upper < 0.5 ? -1 : 0;
}

/** Variance of the estimate of p, by (k + 2)/(n + 4): finite where none or all switched (A. Agresti, B. Coull, Am. Stat. 52 (1998) 119). */
export function varianceOf({ switched, trials }: Pick<MapPoint, 'switched' | 'trials'>): number {
  const p = (switched + 2) / (trials + 4);
  return (p * (1 - p)) / (trials + 4);
}

function comparePulses(a: MapTask | MapPoint, b: MapTask | MapPoint): number {
  return a.voltageV - b.voltageV || a.widthS - b.widthS || (a.start === b.start ? 0 : a.start === 'p' ? -1 : 1);
}

function keyOf(voltageV: number, widthS: number, start: StartState): string {
  return `${voltageV} ${widthS} ${start}`;
}
