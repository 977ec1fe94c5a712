import { describe, expect, it } from 'vitest';
import { EnergyLedger } from '../energy/index.js';
import { ledgerForReport, StepEnergyMeter } from './ledger-report.js';

const device = { timeS: 0, scope: 'device', kind: 'modelled', events: 10 } as const;
const board = { timeS: 0, scope: 'board', kind: 'modelled', events: 1 } as const;

function booked(): EnergyLedger {
  const ledger = new EnergyLedger();
  ledger.post({ ...device, component: 'read', joules: 3, sigma: 0.3, scaleSigma: 0.4, formula: 'device.read' });
  ledger.post({ ...board, component: 'USB5V idle', joules: 40, sigma: 0, formula: 'board.idle' });
  ledger.post({ ...board, component: 'USB5V', joules: 2, sigma: 0, formula: 'board.rail' });
  return ledger;
}

describe('ledgerForReport', () => {
  it('keeps scopes and kinds apart and combines the two causes of error', () => {
    const report = ledgerForReport(booked().toJSON(), { host: 'no counter' });
    expect(report.totals.map(({ scope, kind, joules }) => [scope, kind, joules])).toEqual([
      ['device', 'modelled', 3],
      ['board', 'modelled', 42],
    ]);
    expect(report.totals[0]!.sigma).toBeCloseTo(0.5, 12);
    expect(report.unavailable).toEqual({ host: 'no counter' });
  });

  it('marks the idle baseline and leads to every formula that was used', () => {
    const report = ledgerForReport(booked().toJSON());
    expect(report.components.filter(({ baseline }) => baseline).map(({ component }) => component)).toEqual([
      'USB5V idle',
    ]);
    const ids = report.formulas.map(({ id }) => id);
    for (const { formula } of report.components) expect(ids).toContain(formula);
  });
});

describe('StepEnergyMeter', () => {
  it('tells what was posted since it was last asked', () => {
    const ledger = booked();
    const meter = new StepEnergyMeter(ledger);
    ledger.post({ ...device, component: 'read', joules: 5, sigma: 0.4 });
    const step = meter.take();
    expect(step.find(({ scope }) => scope === 'device')).toMatchObject({ kind: 'modelled', joules: 5 });
    expect(step.find(({ scope }) => scope === 'device')!.sigma).toBeCloseTo(0.4, 12);
    expect(step.find(({ scope }) => scope === 'board')!.joules).toBe(0);
    expect(meter.take().every(({ joules }) => joules === 0)).toBe(true);
  });
});
