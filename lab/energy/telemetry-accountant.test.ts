import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DataError } from '../../base/index.js';
import type { EnergyEntry } from './entry.js';
import { EnergyLedger } from './ledger.js';
import type { EnergyReading, EventCounts } from './reading.js';
import { TelemetryAccountant, type AccountedBoard } from './telemetry-accountant.js';

// The same cases in every run; comment out to explore.
fc.configureGlobal({ seed: 20250101 });

const NO_EVENTS: EventCounts = {
  cellPulses: 0,
  rowPulses: 0,
  cellReads: 0,
  comparatorReads: 0,
  adcConversions: 0,
  planes: 0,
  writeAttempts: 0,
};
const NO_JOULES = { pulseChargeJ: 0, pulseJouleJ: 0, readJ: 0, mvmStaticJ: 0, writeJ: 0 };
const DRIVE = { amplitudeV: 1.5, pulseWidthS: 1e-9, readV: 0.1 };

function reading(
  boardTimeS: number,
  more: {
    counters?: Partial<EventCounts>;
    modelled?: Partial<typeof NO_JOULES> | null;
    rails?: Record<string, number>;
  } = {},
): EnergyReading {
  return {
    boardTimeS,
    counters: { ...NO_EVENTS, ...more.counters },
    rails: Object.entries(more.rails ?? {}).map(([name, energyJ]) => ({ name, energyJ, energyLsbJ: 80e-6 })),
    ...(more.modelled === null ? {} : { modelled: { ...NO_JOULES, ...more.modelled } }),
  };
}

function account(
  kind: AccountedBoard['kind'],
  readings: readonly EnergyReading[],
  options = {},
): { ledger: EnergyLedger; entries: EnergyEntry[] } {
  const ledger = new EnergyLedger();
  const entries: EnergyEntry[] = [];
  ledger.onPost((entry) => entries.push(entry));
  const accountant = new TelemetryAccountant(ledger, { kind, geometry: { rows: 64, cols: 64 } }, options);
  accountant.setDrive(DRIVE);
  for (const each of readings) accountant.update(each, 'work');
  return { ledger, entries };
}

const joulesOf = (ledger: EnergyLedger, component: string): number | undefined =>
  ledger.byComponent().find((total) => total.component === component)?.joules;

describe('TelemetryAccountant', () => {
  it('takes the first reading as baseline', () => {
    const { entries } = account('simulated', [
      reading(100, { counters: { adcConversions: 1e6 }, rails: { USB5V: 50 } }),
    ]);
    expect(entries).toEqual([]);
  });

  it('prices array events with the constants of the board', () => {
    const { ledger } = account('simulated', [
      reading(0),
      reading(1, {
        counters: { rowPulses: 900, writeAttempts: 100, comparatorReads: 1000, adcConversions: 100, planes: 10 },
      }),
    ]);
    expect(joulesOf(ledger, 'line')! + joulesOf(ledger, 'driver')!).toBeCloseTo(
      900 * 22.5e-12 + 100 * 10e-12 * 1.45 ** 2,
      18,
    );
    expect(joulesOf(ledger, 'sense')).toBeCloseTo(1000 * 6.92736e-9, 15);
    expect(joulesOf(ledger, 'adc')).toBeCloseTo(100 * 10e-9, 15);
    expect(joulesOf(ledger, 'static')).toBeCloseTo(10 * 64e-3 * 3.3 * 21.4e-6, 12);
    expect(ledger.totals().map(({ scope, kind }) => `${scope} ${kind}`)).toEqual(['device modelled', 'array modelled']);
  });

  it('takes junction energies from a stand-in’s own model', () => {
    const { ledger, entries } = account('emulated', [
      reading(0, { modelled: { pulseChargeJ: 1, readJ: 5 } }),
      reading(1, {
        counters: { cellPulses: 7, cellReads: 3, planes: 2, writeAttempts: 1 },
        modelled: { pulseChargeJ: 3, pulseJouleJ: 4, readJ: 6, mvmStaticJ: 8, writeJ: 16 },
      }),
    ]);
    expect(ledger.total('device', 'modelled')).toMatchObject({ joules: 2 + 4 + 1 + 8 + 16, sigma: 0 });
    expect(ledger.total('device', 'modelled').scaleSigma).toBeCloseTo(3.1, 12);
    expect(entries.find(({ component }) => component === 'pulse-joule')).toMatchObject({
      scope: 'device',
      kind: 'modelled',
      events: 7,
      formula: 'device.pulse-joule',
      phase: 'work',
      timeS: 1,
    });
  });

  it('prices the junctions of a board that reports counts only as nominal ones', () => {
    const { ledger } = account('real', [
      reading(0, { modelled: null }),
      reading(1, { modelled: null, counters: { cellPulses: 1000, cellReads: 1000, planes: 8 } }),
    ]);
    // 1.5 V, 1 ns, 52 kΩ and 104 kΩ: C·V² = 0.495 fJ, V²t/R = 32.5 fJ mean.
    expect(joulesOf(ledger, 'pulse-charge')).toBeCloseTo(1000 * 0.495e-15, 18);
    expect(joulesOf(ledger, 'pulse-joule')).toBeCloseTo(1000 * 32.45192e-15, 17);
    // Half of 4096 cells at 0.1 V for 21.4 µs: 6.3 nJ a plane.
    expect(joulesOf(ledger, 'mvm-static')! / 8).toBeCloseTo(6.32e-9, 11);
  });

  it('loses nothing with lost telemetry, ignores what was overtaken, and telescopes to 1e-12', () => {
    const step = fc.record({
      dt: fc.double({ min: 1e-3, max: 1, noNaN: true }),
      adc: fc.nat(1e6),
      joule: fc.double({ min: 0, max: 1, noNaN: true }),
      keep: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 40 }), (steps) => {
        let timeS = 0;
        let adc = 0;
        let joules = 0;
        const all = steps.map(({ dt, adc: more, joule, keep }) => {
          timeS += dt;
          adc += more;
          joules += joule;
          return {
            keep,
            value: reading(timeS, {
              counters: { adcConversions: adc },
              modelled: { pulseJouleJ: joules },
              rails: { USB5V: joules },
            }),
          };
        });
        const last = all.at(-1)!.value;
        const received = [
          reading(0, { rails: { USB5V: 0 } }),
          ...all.filter(({ keep }) => keep).map(({ value }) => value),
          last,
          all[0]!.value,
        ];
        const { ledger } = account('simulated', received);
        expect(ledger.total('device', 'modelled').joules).toBeCloseTo(joules, 12);
        expect(ledger.total('array', 'modelled').joules).toBeCloseTo(adc * 10e-9, 14);
        expect(ledger.total('board', 'modelled').joules).toBeCloseTo(joules, 11);
      }),
    );
  });

  it('says when a counter runs backwards', () => {
    const readings = [reading(0, { counters: { planes: 5 } }), reading(1, { counters: { planes: 4 } })];
    expect(() => account('simulated', readings)).toThrow(DataError);
    expect(() => account('simulated', readings)).toThrow('counter planes ran backwards by 1');
  });

  it('counts pulses that it cannot price', () => {
    const accountant = new TelemetryAccountant(new EnergyLedger(), {
      kind: 'simulated',
      geometry: { rows: 8, cols: 8 },
    });
    accountant.update(reading(0));
    accountant.update(reading(1, { counters: { rowPulses: 5, writeAttempts: 2 } }));
    expect(accountant.unpricedPulses).toBe(5);
  });
});

describe('rails', () => {
  const rails = [
    reading(0, { modelled: null, rails: { USB5V: 0, '3V3': 0, VAMP: 0, COIL: 0 } }),
    reading(10, { modelled: null, rails: { USB5V: 21, '3V3': 18.5, VAMP: 0.001, COIL: 3 } }),
    reading(20, { modelled: null, rails: { USB5V: 42, '3V3': 37, VAMP: 0.002, COIL: 6 } }),
  ];

  it('counts a rail that feeds others without them, so that every joule stands once', () => {
    const { ledger } = account('real', rails);
    expect(ledger.total('board', 'measured').joules).toBeCloseTo(42 + 6, 12);
    expect(joulesOf(ledger, 'USB5V')).toBeCloseTo(42 - 37 - 0.002, 12);
    expect(joulesOf(ledger, '3V3')).toBeCloseTo(37, 12);
  });

  it('is measured on a real board only', () => {
    for (const kind of ['simulated', 'emulated'] as const) {
      const { ledger } = account(kind, rails);
      expect(ledger.total('board', 'measured').joules).toBe(0);
      expect(ledger.total('board', 'modelled').joules).toBeCloseTo(48, 11);
    }
  });

  it('shows the idle baseline apart, never silently subtracted', () => {
    const { ledger } = account('simulated', rails);
    expect(joulesOf(ledger, 'USB5V idle')! + joulesOf(ledger, '3V3 idle')!).toBeCloseTo(2.0 * 20, 12);
    expect(joulesOf(ledger, '3V3 dynamic')).toBeCloseTo(37 - 36, 12);
    // The stand-in's baseline is 20 % unsure, and the whole with it (2 W for 20 s).
    expect(ledger.total('board', 'modelled').scaleSigma).toBeCloseTo(0.2 * 2.0 * 20, 9);
  });

  it('splits a measured rail by a measured baseline, whose error cancels in the total', () => {
    const { ledger } = account('real', rails, {
      idlePower: { USB5V: { watts: 2, sigma: 0.1 }, '3V3': { watts: 1.8, sigma: 0.05 } },
    });
    const dynamic = ledger.byComponent().find(({ component }) => component === '3V3 dynamic')!;
    expect(dynamic.kind).toBe('measured');
    expect(dynamic.joules).toBeCloseTo(1, 12);
    expect(dynamic.scaleSigma).toBeCloseTo(20 * 0.05, 12);
    expect(ledger.total('board', 'measured').scaleSigma).toBeCloseTo(0, 12);
    expect(ledger.total('board', 'measured').sigma).toBeGreaterThan(0.18); // 1 % shunt of 18.5 J twice, in quadrature
  });

  it('books the step of a monitor once, however often it is read', () => {
    const { ledger } = account('real', rails, { idlePower: {} });
    const coil = ledger.byComponent().find(({ component }) => component === 'COIL dynamic')!;
    expect(coil.sigma).toBeCloseTo(Math.hypot(80e-6 / Math.sqrt(6), 0.03, 0.03), 9);
  });
});
