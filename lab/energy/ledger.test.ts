import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EnergyAmount, ENERGY_KINDS, ENERGY_SCOPES, type EnergyKind, type EnergyScope } from './amount.js';
import type { EnergyEntry } from './entry.js';
import { EnergyLedger } from './ledger.js';

// The same cases in every run; comment out to explore.
fc.configureGlobal({ seed: 20250101 });

const entryArbitrary: fc.Arbitrary<EnergyEntry> = fc.record({
  timeS: fc.double({ min: 0, max: 1e6, noNaN: true }),
  scope: fc.constantFrom(...ENERGY_SCOPES),
  kind: fc.constantFrom(...ENERGY_KINDS),
  component: fc.constantFrom('cell', 'line', 'adc', 'toString', '["x"]'),
  // Fifteen orders of magnitude, so that plain addition would lose the small ones.
  joules: fc
    .tuple(fc.double({ min: 1, max: 10, noNaN: true }), fc.integer({ min: -18, max: -3 }))
    .map(([m, e]) => m * 10 ** e),
  sigma: fc.double({ min: 0, max: 1, noNaN: true }),
  scaleSigma: fc.double({ min: -1, max: 1, noNaN: true }),
  scaleCause: fc.constantFrom('shunt', 'RA'),
  events: fc.integer({ min: 0, max: 2 ** 40 }),
  phase: fc.constantFrom('program', 'multiply'),
});

/** An exact sum of doubles as a rational over 2^1074 (every double is a multiple of the smallest). */
function exactSum(values: readonly number[]): number {
  const scale = 2n ** 200n;
  const total = values.reduce((sum, value) => {
    // Joules here lie between 1e-18 and 1e-2: 52 bits below 2^-60 fit into 2^-200 exactly.
    const [high, shift] = [value * 2 ** 120, 80n];
    return sum + (BigInt(Math.trunc(high)) << shift) + BigInt(Math.round((high - Math.trunc(high)) * 2 ** 80));
  }, 0n);
  return Number(total) / Number(scale);
}

function postAll(entries: readonly EnergyEntry[]): EnergyLedger {
  const ledger = new EnergyLedger();
  for (const entry of entries) ledger.post(entry);
  return ledger;
}

const entry = (more: Partial<EnergyEntry> = {}): EnergyEntry => ({
  timeS: 0,
  scope: 'array',
  kind: 'modelled',
  component: 'adc',
  joules: 1e-9,
  sigma: 0,
  events: 1,
  ...more,
});

describe('EnergyLedger', () => {
  it('has totals, components and phases that equal the sum of the posted entries to 1e-12', () => {
    fc.assert(
      fc.property(fc.array(entryArbitrary, { maxLength: 200 }), (entries) => {
        const ledger = postAll(entries);
        const check = (figures: { joules: number; events: number }, of: (e: EnergyEntry) => boolean): void => {
          const mine = entries.filter(of);
          const sum = exactSum(mine.map(({ joules }) => joules));
          expect(Math.abs(figures.joules - sum)).toBeLessThanOrEqual(1e-12 * sum);
          expect(figures.events).toBe(mine.reduce((count, { events }) => count + events, 0));
        };
        for (const scope of ENERGY_SCOPES) {
          for (const kind of ENERGY_KINDS)
            check(ledger.total(scope, kind), (e) => e.scope === scope && e.kind === kind);
        }
        for (const total of ledger.byComponent()) {
          check(total, (e) => e.scope === total.scope && e.kind === total.kind && e.component === total.component);
        }
        for (const total of ledger.byPhase()) {
          check(
            total,
            (e) =>
              e.scope === total.scope &&
              e.kind === total.kind &&
              e.component === total.component &&
              e.phase === total.phase,
          );
        }
        expect(ledger.entries).toBe(entries.length);
      }),
    );
  });

  it('keeps the identity over many small entries and one large one', () => {
    const ledger = new EnergyLedger();
    const tiny = entry({ joules: 1e-6 });
    ledger.post(entry({ joules: 1e6 }));
    for (let i = 0; i < 100_000; i += 1) ledger.post(tiny);
    expect(Math.abs(ledger.total('array', 'modelled').joules - 1_000_000.1)).toBeLessThan(1e-12 * 1e6);
  });

  it('adds independent errors in quadrature and shared ones linearly by cause', () => {
    const ledger = postAll([
      entry({ sigma: 3, scaleSigma: 1, scaleCause: 'shunt' }),
      entry({ sigma: 4, scaleSigma: 2, scaleCause: 'shunt' }),
      entry({ scaleSigma: 4, scaleCause: 'RA' }),
    ]);
    const total = ledger.total('array', 'modelled');
    expect(total.sigma).toBe(5);
    expect(total.scaleSigma).toBe(5); // hypot(1 + 2, 4)
    expect(total.totalSigma).toBeCloseTo(Math.sqrt(50), 12);
  });

  it('lets a split share one error with opposite signs', () => {
    const ledger = postAll([
      entry({ component: 'idle', joules: 2, scaleSigma: 0.4, scaleCause: 'baseline' }),
      entry({ component: 'dynamic', joules: -0.1, scaleSigma: -0.4, scaleCause: 'baseline' }),
    ]);
    expect(ledger.total('array', 'modelled')).toMatchObject({ joules: 1.9, scaleSigma: 0 });
    expect(ledger.byComponent().map(({ scaleSigma }) => scaleSigma)).toEqual([0.4, 0.4]);
  });

  it('tells listeners of every entry, until they leave', () => {
    const ledger = new EnergyLedger();
    const seen: EnergyEntry[] = [];
    const leave = ledger.onPost((posted) => seen.push(posted));
    ledger.post(entry());
    leave();
    ledger.post(entry());
    expect(seen).toEqual([entry()]);
  });

  it.each([
    [{ joules: Number.NaN }, RangeError],
    [{ joules: Infinity }, RangeError],
    [{ sigma: -1 }, RangeError],
    [{ events: -1 }, RangeError],
    [{ scope: 'chip' as EnergyScope }, RangeError],
    [{ kind: 'guessed' as EnergyKind }, RangeError],
    [{ component: '' }, TypeError],
    [{ formula: 'no.such' }, RangeError],
    [{ joules: '1' as unknown as number }, TypeError],
  ])('refuses %j and posts nothing', (wrong, error) => {
    const ledger = new EnergyLedger();
    expect(() => ledger.post(entry(wrong))).toThrow(error);
    expect(ledger.entries).toBe(0);
  });

  it('reports every figure in one scope and one kind, with the formulas behind it', () => {
    const ledger = postAll([
      entry({ formula: 'array.adc', phase: 'multiply' }),
      entry({ scope: 'host', kind: 'estimated', component: 'cpu time', joules: 2, formula: 'host.cpu-time' }),
    ]);
    const report = JSON.parse(JSON.stringify(ledger)) as ReturnType<EnergyLedger['toJSON']>;
    expect(report.array).toMatchObject({
      modelled: { joules: 1e-9, components: { adc: { joules: 1e-9, formulas: ['array.adc'] } } },
    });
    expect(report.host).toMatchObject({ estimated: { joules: 2 } });
    expect(report.device).toEqual({});
    expect(report.formulas.map(({ id }) => id)).toEqual(['array.adc', 'host.cpu-time']);
    expect(report.formulas[0]!.constants[0]).toMatchObject({
      symbol: 'E_adc',
      value: 10e-9,
      unit: 'J',
      trust: 'unverified',
    });
    expect(report.phases).toHaveLength(2);
  });
});

describe('EnergyAmount', () => {
  const figures = { joules: 1, sigma: 3, scaleSigma: 1, events: 2 };

  it('adds within one scope and kind', () => {
    const a = new EnergyAmount('board', 'measured', figures);
    expect(a.plus(new EnergyAmount('board', 'measured', { ...figures, sigma: 4 }))).toMatchObject({
      joules: 2,
      sigma: 5,
      scaleSigma: 2,
      events: 4,
    });
  });

  it('refuses to add across scope or kind: a type error and a run-time error', () => {
    const modelled = new EnergyAmount('board', 'modelled', figures);
    const measured = new EnergyAmount('board', 'measured', figures);
    const device = new EnergyAmount('device', 'modelled', figures);
    // @ts-expect-error kinds differ
    expect(() => modelled.plus(measured)).toThrow(TypeError);
    // @ts-expect-error scopes differ
    expect(() => modelled.plus(device)).toThrow('energy of different scope or kind is never added');
    const total = new EnergyLedger().total('array', 'modelled');
    // @ts-expect-error the same for totals of a ledger
    expect(() => device.plus(total)).toThrow(TypeError);
    const untyped: EnergyAmount[] = [modelled, measured];
    expect(() => untyped[0]!.plus(untyped[1]!)).toThrow(TypeError);
  });
});
