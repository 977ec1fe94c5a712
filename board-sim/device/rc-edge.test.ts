import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chargeEnergyJ, junctionElectrics } from './electrical.js';
import { s1 } from './parameters.js';
import { edgeTimeConstant, rcStep, rcStepEnergy, settledVoltage } from './rc-edge.js';
import { uniformDouble } from './testing/uniform-double.js';

const circuit = { seriesResistance: 2e3, capacitance: 50e-15 };

describe('the RC edge', () => {
  it('settles at the divider with C times the parallel resistance', () => {
    expect(settledVoltage(1, 6e3, circuit)).toBe(0.75);
    expect(edgeTimeConstant(1e12, circuit)).toBeCloseTo(100e-12, 18);
    expect(edgeTimeConstant(2e3, circuit)).toBeCloseTo(50e-12, 20);
  });

  it('is exact for any step: one step is many', () => {
    fc.assert(
      fc.property(
        fc.array(uniformDouble(0, 3e-10), { minLength: 1, maxLength: 20 }),
        uniformDouble(500, 1e6),
        uniformDouble(-2, 2),
        (steps, resistance, start) => {
          const whole = steps.reduce((sum, dt) => sum + dt, 0);
          const split = steps.reduce((v, dt) => rcStep(v, 1.2, resistance, circuit, dt), start);
          expect(split).toBeCloseTo(rcStep(start, 1.2, resistance, circuit, whole), 11);
        },
      ),
      { seed: 1, numRuns: 200 },
    );
  });

  it('is the pulse form: rise, then decay from the value reached', () => {
    const [rise, width, after] = [100e-12, 150e-12, 80e-12];
    const top = rcStep(0, 1, 1e15, circuit, width);
    expect(top).toBeCloseTo(1 - Math.exp(-width / rise), 10);
    expect(rcStep(top, 0, 1e15, circuit, after)).toBeCloseTo(top * Math.exp(-after / rise), 10);
  });

  it('solves the circuit equation', () => {
    const [v, drive, r, dt] = [0.2, 1.1, 4e3, 1e-16];
    const slope = (rcStep(v, drive, r, circuit, dt) - v) / dt;
    const exact = ((drive - v) / circuit.seriesResistance - v / r) / circuit.capacitance;
    expect(slope / exact).toBeCloseTo(1, 5);
  });

  it('jumps without series resistance', () => {
    for (const dt of [0, 1e-15]) expect(rcStep(0.3, 1, 5e3, { ...circuit, seriesResistance: 0 }, dt)).toBe(1);
    expect(() => rcStep(0, 1, 5e3, circuit, -1e-12)).toThrow(/dtS/);
  });
});

describe('the energies of an edge', () => {
  it('balance, for any step and source', () => {
    const voltage = uniformDouble(-2, 2);
    fc.assert(
      fc.property(
        voltage,
        voltage,
        uniformDouble(100, 1e6),
        uniformDouble(0, 1e5),
        uniformDouble(0, 1e-8),
        (v, drive, r, seriesResistance, dt) => {
          const e = rcStepEnergy(v, drive, r, { seriesResistance, capacitance: 50e-15 }, dt);
          const scale = Math.abs(e.supply) + e.junction + e.series + 50e-15;
          expect(Math.abs(e.supply - e.junction - e.series - e.stored) / scale).toBeLessThan(1e-12);
          expect(e.junction).toBeGreaterThanOrEqual(-1e-12 * scale);
          expect(e.series).toBeGreaterThanOrEqual(-1e-12 * scale);
        },
      ),
      { seed: 2, numRuns: 500 },
    );
  });

  it('are the integrals of the powers', () => {
    const [v0, drive, r, dt, n] = [0.1, 1.3, 3e3, 120e-12, 20_000];
    let [v, junction, supply] = [v0, 0, 0];
    for (let i = 0; i < n; i++) {
      const middle = rcStep(v, drive, r, circuit, dt / n / 2);
      const end = rcStep(v, drive, r, circuit, dt / n);
      junction += (((v * v + 4 * middle * middle + end * end) / 6 / r) * dt) / n;
      supply += (((drive * (drive - (v + 4 * middle + end) / 6)) / circuit.seriesResistance) * dt) / n;
      v = end;
    }
    const e = rcStepEnergy(v0, drive, r, circuit, dt);
    expect(e.junction / junction).toBeCloseTo(1, 9);
    expect(e.supply / supply).toBeCloseTo(1, 9);
  });

  it('come to C V² from the supply for a full pulse, whatever the resistance in front', () => {
    const capacitance = junctionElectrics(s1).capacitance;
    for (const seriesResistance of [0, 50, 1e4]) {
      const open = 1e15;
      const up = rcStepEnergy(0, 1, open, { seriesResistance, capacitance }, 1e-9);
      const down = rcStepEnergy(1, 0, open, { seriesResistance, capacitance }, 1e-9);
      expect((up.supply + down.supply) * 1e18).toBeCloseTo(46.36, 2);
      expect((up.supply + down.supply) / chargeEnergyJ(junctionElectrics(s1), 1)).toBeCloseTo(1, 6);
      expect(up.series / up.supply).toBeCloseTo(0.5, 6);
      expect(down.series / up.supply).toBeCloseTo(0.5, 6);
    }
  });
});
