import * as c from './constants.js';
import type { EnergyEntry } from './entry.js';
import type { EnergyDrive, EventCounts, ModelledJoules } from './reading.js';

/** An entry without what all entries of one update share. */
export type Posting = Pick<EnergyEntry, 'scope' | 'component' | 'joules' | 'events' | 'formula'> & {
  /** Shared relative errors by cause. */
  readonly relativeSigma: number;
  readonly scaleCause: string;
  readonly inputs?: Readonly<Record<string, number>>;
};

const COUNT_NAMES = [
  'cellPulses',
  'rowPulses',
  'cellReads',
  'comparatorReads',
  'adcConversions',
  'planes',
  'writeAttempts',
] as const;

/** What happened between two readings. */
export function countsBetween(before: EventCounts, after: EventCounts): EventCounts {
  return Object.fromEntries(COUNT_NAMES.map((name) => [name, after[name] - before[name]])) as unknown as EventCounts;
}

/** Junction energies that a stand-in summed over its own cells. */
export function modelledDevicePostings(
  before: ModelledJoules,
  after: ModelledJoules,
  counts: EventCounts,
  planes: number,
): Posting[] {
  const post = (component: string, joules: number, events: number): Posting => ({
    scope: 'device',
    component,
    joules,
    events,
    formula: `device.${component}`,
    relativeSigma: c.DEVICE_MODEL_SCALE.relativeSigma,
    scaleCause: 'device model',
  });
  return [
    post('pulse-charge', after.pulseChargeJ - before.pulseChargeJ, counts.cellPulses),
    post('pulse-joule', after.pulseJouleJ - before.pulseJouleJ, counts.cellPulses),
    post('read', after.readJ - before.readJ, counts.cellReads),
    post('mvm-static', after.mvmStaticJ - before.mvmStaticJ, planes),
    post('write', after.writeJ - before.writeJ, counts.writeAttempts),
  ];
}

/** Mean conductance of the two states of the nominal cell, siemens. */
const MEAN_CONDUCTANCE = (1 / c.CELL_RESISTANCE_P.value) * 0.5 * (1 + 1 / (1 + c.CELL_TMR.value));

/** Junction energies of a board that reports counts only. */
export function nominalDevicePostings(counts: EventCounts, drive: EnergyDrive, cells: number): Posting[] {
  const { amplitudeV: V, pulseWidthS: t, readV: Vr } = drive;
  const { cellPulses: pulses, writeAttempts: writes } = counts;
  const writeV2 = c.WRITE_AMPLITUDE.value ** 2;
  const post = (component: string, joules: number, events: number, inputs: Record<string, number>): Posting => ({
    scope: 'device',
    component,
    joules,
    events,
    formula: `device.${component}-nominal`,
    relativeSigma: component === 'pulse-charge' ? c.CELL_CAPACITANCE.relativeSigma : c.CELL_RESISTANCE_P.relativeSigma,
    scaleCause: component === 'pulse-charge' ? 'nominal capacitance' : 'nominal resistance',
    inputs,
  });
  return [
    post('pulse-charge', pulses * c.CELL_CAPACITANCE.value * V * V, pulses, { V }),
    post('pulse-joule', pulses * MEAN_CONDUCTANCE * V * V * t, pulses, { V, t }),
    post('write', writes * writeV2 * (c.CELL_CAPACITANCE.value + MEAN_CONDUCTANCE * c.WRITE_WIDTH.value), writes, {}),
    post('read', counts.cellReads * MEAN_CONDUCTANCE * Vr * Vr * c.CELL_READ_TIME.value, counts.cellReads, { V_r: Vr }),
    post('mvm-static', counts.planes * (cells / 2) * MEAN_CONDUCTANCE * Vr * Vr * c.PLANE_PERIOD.value, counts.planes, {
      V_r: Vr,
      n: cells,
    }),
  ];
}

/** Lines and drivers: what a pulse costs on its row before it reaches a cell. */
export function linePostings(pulse: 'row' | 'write', pulses: number, amplitudeV: number): Posting[] {
  const half = 0.5 * pulses * c.LINE_CAPACITANCE.value * amplitudeV ** 2;
  return (['line', 'driver'] as const).map((component) => ({
    scope: 'array',
    component,
    joules: half,
    events: pulses,
    formula: `array.${pulse}-${component}`,
    relativeSigma: c.LINE_CAPACITANCE.relativeSigma,
    scaleCause: c.LINE_CAPACITANCE.symbol,
    inputs: { V: amplitudeV },
  }));
}

/** Sensing and conversion. */
export function sensePostings(counts: EventCounts, columns: number): Posting[] {
  const comparatorJ = c.COMPARATOR_CURRENT.value * c.LOGIC_SUPPLY.value * c.SHOT_PERIOD.value;
  const planeJ = columns * c.TIA_CURRENT.value * c.LOGIC_SUPPLY.value * c.PLANE_PERIOD.value;
  return [
    {
      scope: 'array',
      component: 'sense',
      joules: counts.comparatorReads * comparatorJ,
      events: counts.comparatorReads,
      formula: 'array.comparator',
      relativeSigma: c.COMPARATOR_CURRENT.relativeSigma,
      scaleCause: c.COMPARATOR_CURRENT.symbol,
    },
    {
      scope: 'array',
      component: 'adc',
      joules: counts.adcConversions * c.ADC_CONVERSION.value,
      events: counts.adcConversions,
      formula: 'array.adc',
      relativeSigma: c.ADC_CONVERSION.relativeSigma,
      scaleCause: c.ADC_CONVERSION.symbol,
    },
    {
      scope: 'array',
      component: 'static',
      joules: counts.planes * planeJ,
      events: counts.planes,
      formula: 'array.tia',
      relativeSigma: c.TIA_CURRENT.relativeSigma,
      scaleCause: c.TIA_CURRENT.symbol,
      inputs: { n_col: columns },
    },
  ];
}
