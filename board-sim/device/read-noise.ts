import { checkNumber, RandomStream } from '../../base/index.js';
import { type FlickerModel, FlickerNoise, flickerVariance } from './flicker-noise.js';
import { lorentzianVariance } from './lorentzian.js';
import { type TelegraphModel, TelegraphNoise, telegraphSpectrum } from './telegraph-noise.js';
import { whiteNoiseDensity } from './white-noise.js';

/** Which noises the read current has; each is off unless it is given. */
export interface ReadNoiseModel {
  /** Johnson and shot noise of the tunnel current. */
  readonly white: boolean;
  readonly flicker?: FlickerModel;
  readonly telegraph?: TelegraphModel;
}

/** Under what a junction is read. */
export interface ReadConditions {
  readonly voltageV: number;
  /** Conductance at that voltage, S. */
  readonly conductanceS: number;
  readonly temperatureK: number;
  /** Noise bandwidth of the read, Hz; of a plain average over a time t it is 1/(2t). */
  readonly bandwidthHz: number;
}

/** Root-mean-square noise currents, A. They are independent: `total` adds them in quadrature. */
export interface ReadNoiseRms {
  readonly white: number;
  readonly flicker: number;
  readonly telegraph: number;
  readonly total: number;
}

/**
 * Noise of the read current between a lower frequency (1 over the length of the record) and the bandwidth.
 * @param areaM2 pillar area, which 1/f noise depends on
 * @param fromHz lower end of the band; white noise is counted from there too
 */
export function readNoiseRms(
  model: ReadNoiseModel,
  areaM2: number,
  conditions: ReadConditions,
  fromHz = 0,
): ReadNoiseRms {
  const { voltageV, conductanceS, temperatureK, bandwidthHz } = conditions;
  checkNumber('bandwidthHz', bandwidthHz, { min: fromHz });
  const current = Math.abs(conductanceS * voltageV);
  const density = model.white ? whiteNoiseDensity(conductanceS, voltageV, temperatureK) : 0;
  const flicker = model.flicker ? flickerVariance(model.flicker, areaM2, fromHz, bandwidthHz) : 0;
  const telegraph = model.telegraph ? lorentzianVariance(telegraphSpectrum(model.telegraph), fromHz, bandwidthHz) : 0;
  const rms = {
    white: Math.sqrt(density * (bandwidthHz - fromHz)),
    flicker: current * Math.sqrt(flicker),
    telegraph: current * Math.sqrt(telegraph),
  };
  return { ...rms, total: Math.hypot(rms.white, rms.flicker, rms.telegraph) };
}

/**
 * The noisy read current of one junction. White noise is drawn anew for every sample, so samples should lie further apart than one
 * over the bandwidth. 1/f and telegraph noise are those of the moment, not averaged over the read, and scale with the current; they
 * go on between reads, whatever their spacing.
 */
export class ReadNoise {
  readonly #model: ReadNoiseModel;
  readonly #white: RandomStream;
  readonly #flicker: FlickerNoise | undefined;
  readonly #telegraph: TelegraphNoise | undefined;

  /**
   * @param areaM2 pillar area
   * @param seed seed of the device; each noise has a stream of its own, so that turning one on leaves the others as they were
   * @param path which device of that seed it is, as in `RandomStream.from(seed, …path)`
   */
  constructor(model: ReadNoiseModel, areaM2: number, seed: number | bigint, ...path: readonly (number | string)[]) {
    const stream = (name: string): RandomStream => RandomStream.from(seed, 'read-noise', name, ...path);
    this.#model = model;
    this.#white = stream('white');
    if (model.flicker) this.#flicker = new FlickerNoise(model.flicker, areaM2, stream('flicker'));
    if (model.telegraph) this.#telegraph = new TelegraphNoise(model.telegraph, stream('telegraph'));
  }

  /** Current of a read at a time, A. @throws RangeError when the time lies before the last one */
  sample(timeS: number, conditions: ReadConditions): number {
    const { voltageV, conductanceS, temperatureK, bandwidthHz } = conditions;
    const relative = (this.#flicker?.at(timeS) ?? 0) + (this.#telegraph?.at(timeS) ?? 0);
    const current = conductanceS * voltageV * (1 + relative);
    if (!this.#model.white) return current;
    const density = whiteNoiseDensity(conductanceS, voltageV, temperatureK);
    return current + Math.sqrt(density * bandwidthHz) * this.#white.gaussian();
  }
}
