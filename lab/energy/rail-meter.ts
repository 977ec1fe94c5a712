import { IDLE_POWER_3V3, IDLE_POWER_USB, SHUNT_TOLERANCE } from './constants.js';
import type { EnergyEntry } from './entry.js';
import type { RailEnergy } from './reading.js';

/** Idle power of a rail with its standard uncertainty, watts. */
export interface IdlePower {
  readonly watts: number;
  readonly sigma: number;
}

/** Rails that draw from another monitored rail: what they spend is part of it and must not be counted twice. */
const FED_BY: Readonly<Record<string, string>> = { '3V3': 'USB5V', VAMP: 'USB5V' };

/** The design's own idle power, for stand-ins of the board. */
export const DESIGN_IDLE: Readonly<Record<string, IdlePower>> = {
  USB5V: { watts: IDLE_POWER_USB.value, sigma: IDLE_POWER_USB.value * IDLE_POWER_USB.relativeSigma },
  '3V3': { watts: IDLE_POWER_3V3.value, sigma: IDLE_POWER_3V3.value * IDLE_POWER_3V3.relativeSigma },
};

type RailEntry = Omit<EnergyEntry, 'timeS' | 'phase'>;

/**
 * Makes entries of the power monitors' cumulative energies. Each rail is posted without the rails that it feeds, and split into its idle
 * baseline and the rest where the baseline is known.
 */
export class RailMeter {
  readonly #measured: boolean;
  readonly #idle: Readonly<Record<string, IdlePower>> | undefined;
  readonly #quantised = new Set<string>();

  /**
   * @param measured whether real monitors stand behind the readings
   * @param idle idle power by rail; without it a real board's rails are posted whole, a stand-in's with the design's figures
   */
  constructor(measured: boolean, idle?: Readonly<Record<string, IdlePower>>) {
    this.#measured = measured;
    this.#idle = idle ?? (measured ? undefined : DESIGN_IDLE);
  }

  /** The entries for what was spent between two readings, `spanS` seconds apart. */
  entries(before: readonly RailEnergy[], after: readonly RailEnergy[], spanS: number): RailEntry[] {
    const spent = new Map<string, number>();
    for (const rail of after) {
      const earlier = before.find(({ name }) => name === rail.name);
      if (earlier !== undefined) spent.set(rail.name, rail.energyJ - earlier.energyJ);
    }
    return after.flatMap((rail) => {
      const whole = spent.get(rail.name);
      if (whole === undefined) return [];
      const fed = [...spent.keys()].filter((name) => FED_BY[name] === rail.name);
      const joules = fed.reduce((left, name) => left - spent.get(name)!, whole);
      return this.#split(rail, fed, joules, spanS);
    });
  }

  #split(rail: RailEnergy, fed: readonly string[], joules: number, spanS: number): RailEntry[] {
    const common = {
      scope: 'board',
      kind: this.#measured ? 'measured' : 'modelled',
      events: 0,
      sigma: this.#quantisationSigma(rail),
    } as const;
    const shunt = this.#measured ? joules * SHUNT_TOLERANCE.relativeSigma : 0;
    const idle = this.#idleOf(rail.name, fed);
    if (idle === undefined) {
      const scale = { scaleSigma: shunt, scaleCause: `shunt ${rail.name}` };
      return [
        { ...common, ...scale, component: rail.name, joules, formula: 'board.rail', inputs: { P_0: 0, T: spanS } },
      ];
    }
    const idleJ = idle.watts * spanS;
    const idleSigma = idle.sigma * spanS;
    const inputs = { P_0: idle.watts, T: spanS };
    // On a real board the two halves share the baseline's error with opposite signs, so that their sum is as sure as the monitor. A stand-in's
    // rails are made from the baseline, so its error is the error of the whole.
    const cause = this.#measured ? `baseline ${rail.name}` : 'baseline model';
    return [
      {
        ...common,
        component: `${rail.name} idle`,
        joules: idleJ,
        sigma: 0,
        scaleSigma: idleSigma,
        scaleCause: cause,
        formula: 'board.idle',
        inputs,
      },
      {
        ...common,
        component: `${rail.name} dynamic`,
        joules: joules - idleJ,
        ...(this.#measured
          ? { sigma: Math.hypot(common.sigma, shunt), scaleSigma: -idleSigma, scaleCause: cause }
          : {}),
        formula: 'board.rail',
        inputs,
      },
    ];
  }

  /** The idle power of a rail without the rails that it feeds. */
  #idleOf(name: string, fed: readonly string[]): IdlePower | undefined {
    if (this.#idle === undefined) return undefined;
    const own = this.#idle[name] ?? { watts: 0, sigma: 0 };
    const children = fed.map((child) => this.#idle![child] ?? { watts: 0, sigma: 0 });
    const watts = children.reduce((left, child) => left - child.watts, own.watts);
    // Measured baselines err each for itself; those of the model all come from the same figures and err together.
    const sigma = this.#measured
      ? Math.hypot(own.sigma, ...children.map((child) => child.sigma))
      : Math.abs(children.reduce((left, child) => left - child.sigma, own.sigma));
    return { watts, sigma };
  }

  /**
   * A cumulative register is wrong by at most half a step at each end, however often it is read on the way, so the error of two ends
   * (uniform, a step wide: step/√12 each) is booked once for a rail and not with every reading.
   */
  #quantisationSigma(rail: RailEnergy): number {
    if (this.#quantised.has(rail.name)) return 0;
    this.#quantised.add(rail.name);
    return rail.energyLsbJ / Math.sqrt(6);
  }
}
