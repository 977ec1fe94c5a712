import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../../base/index.js';
import { drawBinomial } from '../testing/binomial.js';
import { AdaptiveMap, halfWidthOf, sideOf, type MapSettings, type MapTask, type StartState } from './adaptive-map.js';
import { halfWidthsOf } from './map-findings.js';
import { axisPoints } from './pulse-axes.js';

/** Damped turns about an in-plane field: faster and shorter-lived the higher the voltage. */
const truth = (voltageV: number, widthS: number): number => {
  const t = widthS / 1e-9;
  return 0.5 * (1 - Math.cos((2 * Math.PI * t) / (2.4 / voltageV)) * Math.exp((-t * voltageV) / 6));
};

const SETTINGS: MapSettings = {
  widthsS: axisPoints({ name: 'width', from: 0.5e-9, to: 5e-9, points: 7, scale: 'linear', step: 5e-12 }),
  voltagesV: [0.8, 1, 1.2],
  starts: ['p'],
  allows: () => true,
  cells: 64,
  trialsMin: 500,
  trialsMax: 8000,
  halfWidth: 0.02,
  pStep: 0.15,
  refinements: 4,
  budget: 1e6,
  widthScale: 'linear',
  widthStepS: 5e-12,
};

/** Measures a map of the truth. */
function measure(settings: MapSettings, seed: number): { map: AdaptiveMap; rounds: MapTask[][] } {
  const map = new AdaptiveMap(settings);
  const random = RandomStream.from(seed, 'adaptive');
  const rounds: MapTask[][] = [];
  for (let tasks = map.nextRound(); tasks.length > 0; tasks = map.nextRound()) {
    rounds.push(tasks);
    for (const task of tasks) {
      const trials = task.shots * settings.cells;
      map.add(task, trials, drawBinomial(random, trials, truth(task.voltageV, task.widthS)));
      expect(map.forecast).toBeGreaterThanOrEqual(map.spent);
    }
  }
  return { map, rounds };
}

describe('an adaptive map', () => {
  it('measures the coarse grid first, amplitude by amplitude, in whole shots', () => {
    const { rounds } = measure(SETTINGS, 1);
    expect(rounds[0]).toHaveLength(21);
    expect(rounds[0]!.every(({ shots }) => shots === 8)).toBe(true);
    for (const round of rounds) {
      const changes = round.filter((task, k) => k > 0 && task.voltageV !== round[k - 1]!.voltageV).length;
      expect(changes).toBeLessThanOrEqual(2);
    }
  });

  it('reaches the target everywhere and leaves no steep step unresolved', () => {
    const { map } = measure(SETTINGS, 1);
    expect(map.reached).toBe(true);
    for (const voltageV of SETTINGS.voltagesV) {
      const series = map.points.filter((point) => point.voltageV === voltageV);
      expect(series.length).toBeGreaterThan(7);
      for (let k = 1; k < series.length; k += 1) {
        const [a, b] = [series[k - 1]!, series[k]!];
        // Half-widths of 0.02: what is left of a step above 0.15 is chance.
        expect(Math.abs(a.switched / a.trials - b.switched / b.trials)).toBeLessThan(0.15 + 0.03);
        if (sideOf(a) * sideOf(b) < 0) expect(b.widthS - a.widthS).toBeLessThan(0.2e-9);
      }
    }
  });

  it('spends where it tells: few trials where p is near 0 or 1, no new widths where p is flat', () => {
    const flat: MapSettings = { ...SETTINGS, voltagesV: [1] };
    const map = new AdaptiveMap(flat);
    for (let tasks = map.nextRound(); tasks.length > 0; tasks = map.nextRound()) {
      for (const task of tasks) {
        const trials = task.shots * 64;
        map.add(task, trials, Math.round(trials * (task.widthS < 2e-9 ? 0.001 : 0.5)));
      }
    }
    const [low, high] = [map.points[0]!, map.points.at(-1)!];
    expect(low.trials).toBe(512);
    expect(high.trials).toBeGreaterThan(2000);
    expect(high.trials).toBeLessThan(3500);
    const steps = map.points.map(({ widthS }) => widthS).filter((widthS) => widthS > 1.3e-9 && widthS < 2.1e-9);
    // The jump between 1.25 and 2 ns was halved four times; elsewhere the grid is as it was.
    expect(steps).toHaveLength(5);
    expect(map.points).toHaveLength(7 + 4);
  });

  it('keeps to its budget, and to the most trials of a point', () => {
    const { map } = measure({ ...SETTINGS, budget: 20_000 }, 2);
    expect(map.spent).toBeLessThanOrEqual(20_000);
    expect(map.spent).toBeGreaterThan(19_000);
    expect(map.reached).toBe(false);
    const capped = measure({ ...SETTINGS, trialsMax: 1000, halfWidth: 0.001 }, 2).map;
    expect(Math.max(...capped.points.map(({ trials }) => trials))).toBeLessThanOrEqual(1024);
    expect(() => new AdaptiveMap({ ...SETTINGS, budget: 10_000 })).toThrow(
      'budget must not be below the 10752 trials of the coarse grid, got 10000',
    );
  });

  it('leaves out what the board does not allow, also between allowed widths', () => {
    const allows = (voltageV: number, widthS: number): boolean => widthS <= 2e-9 || voltageV < 0.9;
    const { map } = measure({ ...SETTINGS, allows }, 3);
    expect(map.leftOut).toBe(8);
    expect(map.points.every(({ voltageV, widthS }) => allows(voltageV, widthS))).toBe(true);
    expect(() => new AdaptiveMap({ ...SETTINGS, allows: () => false })).toThrow('the board allows no pulse');
  });

  it('plans the same from the same results', () => {
    expect(measure(SETTINGS, 4)).toEqual(measure(SETTINGS, 4));
  });

  it('measures a new width from every start', () => {
    const starts: StartState[] = ['p', 'ap'];
    const { map } = measure({ ...SETTINGS, starts }, 5);
    for (const { widthS, voltageV } of map.points)
      expect(map.points.filter((point) => point.widthS === widthS && point.voltageV === voltageV)).toHaveLength(2);
  });

  it('finds the widths of p = ½ within their stated error: χ² over all passages of 20 maps, false alarm 1e-4', () => {
    let chiSquare = 0;
    let passages = 0;
    for (let seed = 10; seed < 30; seed += 1) {
      for (const { voltageV, widthS, standardErrorS, slopePerS } of halfWidthsOf(measure(SETTINGS, seed).map.points)) {
        // p = ½ at odd quarters of the period.
        const quarter = 2.4e-9 / voltageV / 4;
        const nearest = (2 * Math.round((widthS / quarter - 1) / 2) + 1) * quarter;
        expect(Math.sign(slopePerS)).toBe(Math.round((nearest / quarter - 1) / 2) % 2 === 0 ? 1 : -1);
        chiSquare += ((widthS - nearest) / standardErrorS) ** 2;
        passages += 1;
      }
    }
    // Passages in 0.5 … 5 ns: 0.75, 2.25, 3.75 at 0.8 V; 0.6, 1.8, 3, 4.2 at 1 V; 0.5 (not always), 1.5, 2.5, 3.5, 4.5 at 1.2 V.
    expect(passages).toBeGreaterThanOrEqual(20 * 11);
    // 4 σ of χ²/n are 0.38; what p bends between neighbours may add to it.
    expect(chiSquare / passages).toBeGreaterThan(0.63);
    expect(chiSquare / passages).toBeLessThan(1.5);
  });

  it('has the half-widths of Wilson intervals', () => {
    expect(halfWidthOf({ trials: 100, switched: 50 })).toBeCloseTo((0.5962 - 0.4038) / 2, 4);
  });
});
