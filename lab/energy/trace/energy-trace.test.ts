import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../../base/index.js';
import type { EnergyEntry } from '../entry.js';
import { EnergyTrace } from './energy-trace.js';

/** Entries of a long run: uneven intervals, two phases, a baseline that is nearly cancelled by what is left of the rail. */
function entries(readings: number): EnergyEntry[] {
  const random = RandomStream.from(5, 'trace');
  const list: EnergyEntry[] = [];
  for (let i = 0, timeS = 0; i < readings; i += 1) {
    const T = 0.1 + random.uniform();
    timeS += T;
    const common = {
      timeS,
      kind: 'modelled',
      sigma: 1e-6,
      events: 3,
      phase: i % 3 === 0 ? 'noise' : 'products',
    } as const;
    list.push({
      ...common,
      scope: 'board',
      component: 'USB5V idle',
      joules: 2 * T,
      formula: 'board.idle',
      inputs: { P_0: 2, T },
    });
    list.push({
      ...common,
      scope: 'board',
      component: 'USB5V dynamic',
      joules: random.uniform() - 0.5,
      scaleSigma: 1e-4,
    });
    list.push({ ...common, scope: 'array', component: 'adc', joules: 1e-9 * random.uniform(), formula: 'array.adc' });
  }
  return list;
}

function traceOf(list: readonly EnergyEntry[], capacity: number): EnergyTrace {
  const trace = new EnergyTrace(capacity);
  trace.clock('board').begin(0);
  for (const [i, entry] of list.entries()) trace.add(entry, i, i + 1);
  return trace;
}

describe('EnergyTrace', () => {
  const list = entries(3000);

  it('keeps the books exactly, however often bins were merged', () => {
    const trace = traceOf(list, 64);
    const view = trace.view({ scope: 'board', kind: 'modelled', split: 'component' });
    const total = trace.ledger.total('board', 'modelled').joules;
    expect(view.cumulativeJ.at(-1)! / total - 1).toBeCloseTo(0, 13);
    const integral = view.meanW.reduce((sum, watts, i) => sum + watts * (view.edgesS[i + 1]! - view.edgesS[i]!), 0);
    expect(integral / total - 1).toBeCloseTo(0, 12);
    expect(view.readingsPerBin).toBe(64);
    expect(view.parts.map(({ name, idle }) => [name, idle])).toEqual([
      ['USB5V idle', true],
      ['USB5V dynamic', false],
    ]);
  });

  it('has the same mean, and the same extremes, as the whole record', () => {
    const whole = traceOf(list, 4096).view({ scope: 'board', kind: 'modelled', bins: 4096 });
    const merged = traceOf(list, 64).view({ scope: 'board', kind: 'modelled' });
    expect(whole.readingsPerBin).toBe(1);
    expect(Math.max(...merged.maxW)).toBe(Math.max(...whole.maxW));
    expect(Math.min(...merged.minW)).toBe(Math.min(...whole.minW));
    expect(whole.maxW).toEqual(whole.meanW);
    expect(merged.toS).toBe(whole.toS);
  });

  it('adds up layers to the whole', () => {
    const view = traceOf(list, 128).view({ scope: 'board', kind: 'modelled', split: 'phase' });
    expect(view.parts.map(({ name, idle }) => `${name} ${idle}`).sort()).toEqual([
      'noise false',
      'noise true',
      'products false',
      'products true',
    ]);
    for (const [i, watts] of view.meanW.entries()) {
      expect(view.parts.reduce((sum, { meanW }) => sum + meanW[i]!, 0)).toBeCloseTo(watts, 9);
    }
  });

  it('bears only so many series, and says of a further one that it is too many', () => {
    const trace = new EnergyTrace();
    const entry = (component: string): EnergyEntry => ({ ...list[2]!, component });
    for (let i = 0; i < 500; i += 1) trace.add(entry(`c${i}`));
    expect(() => trace.add(entry('one more'))).toThrow('500 series');
    trace.add(entry('c3'));
    expect(trace.ledger.entries).toBe(501);
  });

  it('has nothing to show of nothing', () => {
    const view = new EnergyTrace().view({ scope: 'host', kind: 'measured' });
    expect(view).toMatchObject({ clock: 'host', fromS: 0, toS: 0, readingsPerBin: 0 });
    expect(view.meanW).toHaveLength(0);
  });

  it('shows a gap where an interval has no length', () => {
    const trace = traceOf([{ ...list[0]!, timeS: 0, joules: 1 }], 8);
    const view = trace.view({ scope: 'board', kind: 'modelled' });
    expect([...view.meanW]).toEqual([NaN]);
    expect([...view.cumulativeJ]).toEqual([0, 1]);
  });
});
