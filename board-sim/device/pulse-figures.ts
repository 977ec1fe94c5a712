import { checkNumber } from '../../base/index.js';
import { barrierLimitVoltage } from './breakdown.js';
import { derive, effectiveField, thermalStability } from './derive.js';
import { chargeEnergyJ, jouleEnergyJ, junctionElectrics, stateResistance } from './electrical.js';
import { stiffnessFields } from './kittel.js';
import type { DeviceParameters } from './parameters.js';
import { selfHeatingStep } from './self-heating.js';
import type { CellState } from './switching-protocol.js';

/** A rectangular pulse. */
export interface Pulse {
  readonly voltageV: number;
  readonly widthS: number;
}

/** What a pulse finds and spends in a junction that keeps its state while it lasts. */
export interface StatePulseFigures {
  /** Resistance at the pulse voltage, Ω. */
  readonly resistance: number;
  /** Current, A, with the sign of the voltage. */
  readonly current: number;
  /** |I| over the critical spin-torque current (of the parallel state, at V = 0). */
  readonly currentOverCritical: number;
  /** V² t/R, J, modelled. */
  readonly jouleJ: number;
  /** Temperature when the pulse ends, K; the set's own unless self-heating is on. */
  readonly endTemperature: number;
}

/** What follows from a parameter set and a pulse. Energies are modelled, of the device alone: no line, no driver. */
export interface PulseFigures extends Pulse {
  /** Hk at the pulse voltage, A/m; negative = easy plane. */
  readonly effectiveField: number;
  /** Thermal stability at the pulse voltage, over the lower saddle as `DerivedFigures.delta`. */
  readonly delta: number;
  readonly parallel: StatePulseFigures;
  readonly antiparallel: StatePulseFigures;
  /** C V² from the supply for the whole pulse, J: the same energy as ½CV² on each edge. */
  readonly chargeJ: number;
  /** Joule energy of a 50/50 outcome, J: V² t times the mean conductance of the two states. The trajectory is not followed. */
  readonly meanJoule: { readonly joules: number; readonly estimate: 'end-state mean' };
  /** |V|/tox, V/m. */
  readonly barrierField: number;
  /** Largest voltage that the breakdown guard lets pass, V. */
  readonly barrierLimitV: number;
}

/**
 * The figures of a pulse. The guard is not applied: a voltage beyond it is for the caller to refuse or to report.
 * @throws TypeError, RangeError
 */
export function pulseFigures(p: DeviceParameters, { voltageV, widthS }: Pulse): PulseFigures {
  checkNumber('voltageV', voltageV);
  checkNumber('widthS', widthS, { min: 0 });
  const { criticalCurrent } = derive(p);
  const junction = junctionElectrics(p);
  const inState = (state: CellState): StatePulseFigures => {
    const resistance = stateResistance(junction, state, voltageV);
    const current = voltageV / resistance;
    const power = current * voltageV;
    return {
      resistance,
      current,
      currentOverCritical: Math.abs(current) / criticalCurrent,
      jouleJ: power * widthS,
      endTemperature: p.selfHeating
        ? selfHeatingStep(p.selfHeating, p.temperature, p.temperature, power, widthS)
        : p.temperature,
    };
  };
  const hk = effectiveField(p, voltageV);
  const lesser = Math.min(...stiffnessFields(hk, (p.demag[1] - p.demag[0]) * p.saturationMagnetization));
  return {
    voltageV,
    widthS,
    effectiveField: hk,
    delta: thermalStability(p, lesser),
    parallel: inState('P'),
    antiparallel: inState('AP'),
    chargeJ: chargeEnergyJ(junction, voltageV),
    meanJoule: {
      joules: jouleEnergyJ(junction, 'P', 'AP', voltageV, widthS).joules,
      estimate: 'end-state mean',
    },
    barrierField: Math.abs(voltageV) / p.oxideThickness,
    barrierLimitV: barrierLimitVoltage(p),
  };
}
