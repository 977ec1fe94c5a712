import { describe, expect, it } from 'vitest';
import { derive } from './derive.js';
import { summarizeDevice } from './device-summary.js';
import { boardCell, s1, s2, s3 } from './parameters.js';

const about = (warnings: readonly string[]): string => warnings.join('\n');

it('holds what was given and what follows', () => {
  const summary = summarizeDevice(s3);
  expect(summary.parameters).toBe(s3);
  expect(summary.derived).toEqual(derive(s3));
  expect(summary.pulse.voltageV).toBe(1);
  expect(summary.temperatures).toEqual({ set: 300, curie: 1453 });
});

describe('warnings', () => {
  it('name the spin torque that S1 would feel', () => {
    const { warnings } = summarizeDevice(s1);
    expect(warnings).toHaveLength(1);
    expect(about(warnings)).toMatch(/At 1\.000\sV .* 200\.0\sµA, 8\.0 times .* 25\.1\d\sµA/);
    expect(summarizeDevice(s1, { voltageV: -1, widthS: 1e-9 }).warnings).toHaveLength(1);
  });

  it('name a pulse and a critical voltage beyond the barrier', () => {
    expect(about(summarizeDevice(boardCell, { voltageV: 1.9, widthS: 1e-9 }).warnings)).toMatch(/1\.900\sV is beyond/);
    expect(about(summarizeDevice(s2).warnings)).toMatch(/critical voltage of 4\.69\d\sV is beyond .* 2\.400\sV/);
  });

  it('name a device without perpendicular states', () => {
    expect(about(summarizeDevice({ ...boardCell, interfaceAnisotropy: 0.2e-3 }).warnings)).toMatch(/plane is easy/);
  });

  it('are silent about a sound device, and about one without damping', () => {
    expect(summarizeDevice(boardCell).warnings).toEqual([]);
    expect(summarizeDevice(s3).warnings).toEqual([]);
    expect(summarizeDevice({ ...boardCell, damping: 0 }).warnings).toEqual([]);
  });
});
