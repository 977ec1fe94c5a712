import { formatSi } from '../../base/index.js';
import { derive, type DerivedFigures } from './derive.js';
import type { DeviceParameters } from './parameters.js';
import { type Pulse, pulseFigures, type PulseFigures } from './pulse-figures.js';
import { DEFAULT_TEMPERATURE_LAW } from './temperature-law.js';

/** A device at a glance: what was given, what follows, what a pulse does, and what to beware of. */
export interface DeviceSummary {
  readonly parameters: DeviceParameters;
  readonly derived: DerivedFigures;
  readonly pulse: PulseFigures;
  /** K. */
  readonly temperatures: { readonly set: number; readonly curie: number };
  /** Sentences for a person; empty when nothing is unusual. */
  readonly warnings: readonly string[];
}

/** The pulse that a summary uses unless it is told another. */
export const SUMMARY_PULSE: Pulse = { voltageV: 1, widthS: 1e-9 };

/**
 * Everything that describes a device.
 * @throws TypeError, RangeError as `checkDeviceParameters`
 */
export function summarizeDevice(parameters: DeviceParameters, pulse: Pulse = SUMMARY_PULSE): DeviceSummary {
  const derived = derive(parameters);
  const figures = pulseFigures(parameters, pulse);
  return {
    parameters,
    derived,
    pulse: figures,
    temperatures: {
      set: parameters.temperature,
      curie: (parameters.temperatureLaw ?? DEFAULT_TEMPERATURE_LAW).curieTemperature,
    },
    warnings: warningsOf(derived, figures),
  };
}

function warningsOf(derived: DerivedFigures, pulse: PulseFigures): string[] {
  const { parallel, voltageV, barrierLimitV } = pulse;
  const volts = formatSi(voltageV, 'V');
  const limit = formatSi(barrierLimitV, 'V');
  const warnings: string[] = [];
  if (Math.min(...derived.stiffnessFields) <= 0) {
    warnings.push('The film plane is easy at zero voltage: the device has no perpendicular states to switch between.');
  }
  if (derived.criticalCurrent > 0 && parallel.currentOverCritical > 1) {
    warnings.push(
      `At ${volts} the parallel junction carries ${formatSi(parallel.current, 'A')}, ` +
        `${parallel.currentOverCritical.toPrecision(2)} times its own critical spin-torque current of ` +
        `${formatSi(derived.criticalCurrent, 'A')}: a result that leaves spin torque out is not consistent with this resistance.`,
    );
  }
  if (Math.abs(voltageV) > barrierLimitV) {
    warnings.push(`${volts} is beyond the breakdown guard of ${limit} (a modelling choice).`);
  }
  if (derived.criticalVoltage > barrierLimitV) {
    warnings.push(
      `The critical voltage of ${formatSi(derived.criticalVoltage, 'V')} is beyond the breakdown guard of ${limit} (a modelling choice).`,
    );
  }
  return warnings;
}
