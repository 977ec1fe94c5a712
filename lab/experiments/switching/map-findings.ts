import { Z_95 } from '../../../base/index.js';
import { crossingOf, fitLine } from '../line-fit.js';
import { intervalOf, sideOf, varianceOf, type MapPoint, type StartState } from './adaptive-map.js';

/** A width at which p passes ½. */
export interface HalfWidthPoint {
  readonly voltageV: number;
  readonly start: StartState;
  readonly widthS: number;
  readonly standardErrorS: number;
  /** dp/dwidth there, 1/s; negative where p falls. */
  readonly slopePerS: number;
}

/** What a cell remembers of its start at one pulse. */
export interface Memory {
  readonly widthS: number;
  readonly voltageV: number;
  /** P(antiparallel | started antiparallel) − P(antiparallel | started parallel): 1 = nothing happened, 0 = forgotten, −1 = turned over. */
  readonly memory: number;
  readonly lower: number;
  readonly upper: number;
}

/** A pulse whose outcome may be fair: the interval of every start and that of their mean contain ½. */
export interface FairPoint {
  readonly widthS: number;
  readonly voltageV: number;
  /** Mean over the starts, with its 95 % interval (normal approximation). */
  readonly p: number;
  readonly lower: number;
  readonly upper: number;
  /** dp/dwidth from the neighbouring widths, 1/s, and its standard error. */
  readonly slopePerS: number;
  readonly slopeErrorPerS: number;
}

/** Points of one voltage and start, by width. */
function seriesOf(points: readonly MapPoint[], voltageV: number, start: StartState): MapPoint[] {
  return points
    .filter((point) => point.voltageV === voltageV && point.start === start)
    .sort((a, b) => a.widthS - b.widthS);
}

function distinct<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}

const shareOf = ({ switched, trials }: MapPoint): number => switched / trials;

/**
 * Every width at which p passes ½, voltage by voltage. A passage lies between a point whose 95 % interval is below ½ and the next one whose interval
 * is above it (or the reverse); a straight line through both and the undecided points between gives the width and its standard error.
 * How far p bends away from a straight line between neighbours is not in that error: refine until it does not matter.
 */
export function halfWidthsOf(points: readonly MapPoint[]): HalfWidthPoint[] {
  const found: HalfWidthPoint[] = [];
  for (const voltageV of distinct(points.map((point) => point.voltageV))) {
    for (const start of distinct(points.map((point) => point.start))) {
      const series = seriesOf(points, voltageV, start);
      let decided = -1;
      for (const [k, point] of series.entries()) {
        const side = sideOf(point);
        if (side === 0) continue;
        if (decided >= 0 && sideOf(series[decided]!) !== side) {
          const stretch = series.slice(decided, k + 1);
          const fit = fitLine(
            stretch.map(({ widthS }) => widthS),
            stretch.map(shareOf),
            stretch.map((each) => Math.sqrt(varianceOf(each))),
          );
          const { x, sigma } = crossingOf(fit, 0.5);
          // Points that scatter about the line more than their errors say that p bends: the error grows with it.
          const bend = fit.degrees > 0 ? Math.max(1, Math.sqrt(fit.chiSquare / fit.degrees)) : 1;
          found.push({ voltageV, start, widthS: x, standardErrorS: bend * sigma, slopePerS: fit.slope });
        }
        decided = k;
      }
    }
  }
  return found;
}

/**
 * Memory of the start at every pulse that was measured from both: the difference of the shares of antiparallel outcomes, with the 95 % interval of
 * R. G. Newcombe, Stat. Med. 17 (1998) 873, method 10 (square-and-add of the Wilson intervals). At its resting share a bit that is drawn again and again
 * without initialisation carries this much of the bit before.
 */
export function memoryOf(points: readonly MapPoint[]): Memory[] {
  return points.flatMap((point): Memory[] => {
    if (point.start !== 'p') return [];
    const { widthS, voltageV } = point;
    const other = points.find((each) => each.start === 'ap' && each.widthS === widthS && each.voltageV === voltageV);
    if (other === undefined) return [];
    const stays = { trials: other.trials, switched: other.trials - other.switched };
    const [p1, p2] = [stays.switched / stays.trials, shareOf(point)];
    const [[low1, high1], [low2, high2]] = [intervalOf(stays), intervalOf(point)];
    return [
      {
        widthS,
        voltageV,
        memory: p1 - p2,
        lower: p1 - p2 - Math.hypot(p1 - low1, high2 - p2),
        upper: p1 - p2 + Math.hypot(high1 - p1, p2 - low2),
      },
    ];
  });
}

/**
 * Pulses that may give fair bits: those where the intervals of every start and of their mean contain ½, the flattest first (by the largest slope that is credible at
 * 95 %, since where the slope is not known the pulse is not known to be good). Ends of a voltage's widths have no slope and are left out.
 */
export function fairPointsOf(points: readonly MapPoint[]): FairPoint[] {
  const starts = distinct(points.map((point) => point.start));
  const found: FairPoint[] = [];
  for (const voltageV of distinct(points.map((point) => point.voltageV))) {
    const series = starts.map((start) => seriesOf(points, voltageV, start));
    const first = series[0]!;
    for (let k = 1; k < first.length - 1; k += 1) {
      const here = series.map((each) => each[k]!);
      if (!here.every((point) => sideOf(point) === 0)) continue;
      const [before, after] = [series.map((each) => each[k - 1]!), series.map((each) => each[k + 1]!)];
      const span = after[0]!.widthS - before[0]!.widthS;
      const p = mean(here.map(shareOf));
      const error = errorOfMean(here);
      if (Math.abs(p - 0.5) > Z_95 * error) continue;
      found.push({
        widthS: here[0]!.widthS,
        voltageV,
        p,
        lower: p - Z_95 * error,
        upper: p + Z_95 * error,
        slopePerS: (mean(after.map(shareOf)) - mean(before.map(shareOf))) / span,
        slopeErrorPerS: Math.hypot(errorOfMean(after), errorOfMean(before)) / span,
      });
    }
  }
  const worst = ({ slopePerS, slopeErrorPerS }: FairPoint): number => Math.abs(slopePerS) + Z_95 * slopeErrorPerS;
  return found.sort((a, b) => worst(a) - worst(b));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function errorOfMean(points: readonly MapPoint[]): number {
  return Math.sqrt(points.reduce((sum, point) => sum + varianceOf(point), 0)) / points.length;
}
