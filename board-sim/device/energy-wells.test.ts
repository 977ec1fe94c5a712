import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { energyAt, findWells, type KeepingFields, onlyWell } from './energy-wells.js';

const inside = fc
  .record({ hk: fc.double({ min: 1e3, max: 3e5, noNaN: true }), a: fc.double({ min: 0, max: 1, noNaN: true }) })
  .chain(({ hk, a }) => {
    const edge = Math.max(0, 1 - Math.cbrt(a * a)) ** 1.5;
    return fc
      .double({ min: -0.999 * edge, max: 0.999 * edge, noNaN: true })
      .map((b): KeepingFields => ({ hk, hx: a * hk, hz: b * hk }));
  });

describe('wells and saddle', () => {
  it('are where the energy is stationary, in order, the saddle the highest', () => {
    fc.assert(
      fc.property(inside, (fields) => {
        const wells = findWells(fields);
        if (wells === undefined) return;
        const { p, ap, saddle } = wells;
        expect(p.angle <= saddle.angle && saddle.angle <= ap.angle).toBe(true);
        for (const { angle, energy } of [p, ap, saddle]) {
          const [c, s] = [Math.cos(angle), Math.sin(angle)];
          const slope = fields.hk * s * c - fields.hx * c + fields.hz * s;
          expect(Math.abs(slope)).toBeLessThan(1e-12 * fields.hk);
          expect(energy).toBe(energyAt(fields, angle));
        }
        expect(saddle.energy).toBeGreaterThanOrEqual(Math.max(p.energy, ap.energy) - 1e-12 * fields.hk);
      }),
    );
  });

  it('are the lowest points of a fine search over the sphere, the saddle the lowest pass', () => {
    for (const fields of [
      { hk: 142.8e3, hx: 12e3, hz: 0 },
      { hk: 142.8e3, hx: 12e3, hz: -30e3 },
      { hk: 50e3, hx: 20e3, hz: 6e3 },
    ]) {
      const { p, ap, saddle } = findWells(fields) ?? expect.fail('no wells');
      let [lowP, lowAP, pass] = [Infinity, Infinity, Infinity];
      const highest = Array.from({ length: 4000 }, (_, i) => energyAt(fields, (Math.PI * i) / 4000));
      highest.forEach((energy, i) => {
        const angle = (Math.PI * i) / 4000;
        if (angle < saddle.angle) lowP = Math.min(lowP, energy);
        else lowAP = Math.min(lowAP, energy);
      });
      // Every way between the wells crosses the saddle's latitude; the azimuth of the in-plane field is its lowest point.
      for (let k = 0; k < 360; k++) {
        const across = energyAt({ ...fields, hx: 0 }, saddle.angle);
        pass = Math.min(pass, across - fields.hx * Math.sin(saddle.angle) * Math.cos((Math.PI * k) / 180));
      }
      expect(p.energy - lowP).toBeLessThanOrEqual(0);
      expect(p.energy).toBeCloseTo(lowP, -2);
      expect(ap.energy).toBeCloseTo(lowAP, -2);
      expect(saddle.energy).toBeCloseTo(pass, 6);
    }
  });

  it('have the closed barriers: Δ(1 − Hx/Hk)² and Δ(1 ∓ Hz/Hk)² in units of μ0MsVol', () => {
    const hk = 142.8e3;
    const barriers = (hx: number, hz: number): number[] => {
      const { p, ap, saddle } = findWells({ hk, hx, hz }) ?? expect.fail('no wells');
      return [saddle.energy - p.energy, saddle.energy - ap.energy];
    };
    for (const hx of [12e3, -12e3]) {
      for (const barrier of barriers(hx, 0)) expect(barrier / (0.5 * hk * (1 - 12e3 / hk) ** 2)).toBeCloseTo(1, 13);
    }
    const [fromP, fromAP] = barriers(0, 20e3);
    expect((fromP ?? 0) / (0.5 * hk * (1 + 20e3 / hk) ** 2)).toBeCloseTo(1, 13);
    expect((fromAP ?? 0) / (0.5 * hk * (1 - 20e3 / hk) ** 2)).toBeCloseTo(1, 13);
  });

  it('have curvatures that finite differences confirm', () => {
    const fields = { hk: 142.8e3, hx: 12e3, hz: -9e3 };
    const wells = findWells(fields) ?? expect.fail('no wells');
    const h = 1e-4;
    for (const { angle, energy, along, across } of [wells.p, wells.ap, wells.saddle]) {
      const second = (energyAt(fields, angle + h) - 2 * energy + energyAt(fields, angle - h)) / (h * h);
      expect(second / along).toBeCloseTo(1, 4);
      // Across: tilt the azimuth by h/sin θ, which weakens the in-plane field by its cosine.
      const aside = energyAt({ ...fields, hx: fields.hx * Math.cos(h / Math.sin(angle)) }, angle);
      expect((2 * (aside - energy)) / (h * h) / across).toBeCloseTo(1, 3);
    }
  });

  it('merge on the astroid', () => {
    const [hk, hx] = [100e3, 20e3];
    const edge = hk * (1 - Math.cbrt((hx / hk) ** 2)) ** 1.5;
    const { ap, saddle } = findWells({ hk, hx, hz: 0.9999 * edge }) ?? expect.fail('no wells');
    expect(saddle.energy - ap.energy).toBeLessThan(1e-5 * hk);
    expect(findWells({ hk, hx, hz: 1.0001 * edge })).toBeUndefined();
    expect(findWells({ hk, hx: hk, hz: 0 })).toBeUndefined();
    expect(findWells({ hk: -10e3, hx: 12e3, hz: 0 })).toBeUndefined();
    expect(findWells({ hk: 0, hx: 0, hz: 0 })).toBeUndefined();
  });
});

it('finds the only well where there is one', () => {
  for (const fields of [
    { hk: 100e3, hx: 20e3, hz: 90e3 },
    { hk: 100e3, hx: 20e3, hz: -90e3 },
    { hk: -30e3, hx: 12e3, hz: 5e3 },
    { hk: -30e3, hx: 0, hz: 5e3 },
    { hk: 50e3, hx: 80e3, hz: 1e3 },
  ]) {
    let best = 0;
    for (let i = 0; i <= 20_000; i++) {
      const angle = (Math.PI * i) / 20_000;
      if (energyAt(fields, angle) < energyAt(fields, best)) best = angle;
    }
    expect(Math.abs(onlyWell(fields) - best)).toBeLessThan(2e-4);
  }
});
