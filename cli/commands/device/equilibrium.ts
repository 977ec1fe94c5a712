import { formatSi } from '../../../base/index.js';
import { equilibriumMeanSquare, type Precision } from '../../../board-sim/device/index.js';
import type { CommandAction } from '../../context.js';
import { showProgress } from '../../device/show-progress.js';
import { EXIT } from '../../exit-codes.js';
import { pairs } from '../../table.js';

/** The flags of `spindrift device equilibrium`. */
export interface DeviceEquilibriumFlags {
  readonly delta: number;
  readonly temperature?: number;
  readonly samples?: number;
  readonly seed?: number;
  readonly damping?: number;
  readonly precision?: Precision;
  readonly step?: number;
  readonly workers?: number;
}

/** `spindrift device equilibrium`: ⟨mz²⟩ of the stochastic kernel beside its closed form. */
export const deviceEquilibrium: CommandAction<DeviceEquilibriumFlags> = async (context, { step, ...flags }) => {
  const { out, signal } = context;
  const found = await showProgress(context, 'blocks of spins', (onProgress) =>
    equilibriumMeanSquare({ ...flags, ...(step === undefined ? {} : { stepS: step }), signal, onProgress }),
  );
  const { mz2, stderr, exact, spins, samples, stepS } = found;
  out.result({ mz2, stderr, exact, delta: flags.delta, spins, samples, step: stepS, seed: flags.seed ?? 1 }, () =>
    pairs([
      ['⟨mz²⟩', `${mz2.toFixed(6)} ± ${stderr.toFixed(6)}`],
      ['exact', exact.toPrecision(7)],
      ['deviation', `${((mz2 - exact) / stderr).toFixed(2)} standard errors`],
      ['samples', `${spins} spins, ${samples} each, a correlation time apart`],
      ['step', formatSi(stepS, 's')],
    ]),
  );
  return EXIT.done;
};
