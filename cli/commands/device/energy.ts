import { formatSi, formatWithUncertainty } from '../../../base/index.js';
import { pulseEnergy, type PulseEnergy } from '../../../board-sim/device/index.js';
import type { CommandAction } from '../../context.js';
import { cellStateOf, fieldText } from '../../device/conditions.js';
import { energyFigure } from '../../device/energy-figure.js';
import { checkPlot, type PlotFlags, writePlot } from '../../device/plot-file.js';
import { DEFAULT_DEVICE, loadDevice } from '../../device/read-file.js';
import { showProgress } from '../../device/show-progress.js';
import { EXIT } from '../../exit-codes.js';
import { table } from '../../table.js';
import { numericsOf, type TrialFlags } from './switching.js';

/** The flags of `spindrift device energy`. */
export interface DeviceEnergyFlags extends Omit<TrialFlags, 'after'>, PlotFlags {
  readonly voltage: number;
  readonly width: number[];
}

/** `spindrift device energy`: modelled energy of a pulse against its width. */
export const deviceEnergy: CommandAction<DeviceEnergyFlags> = async (context, flags) => {
  const { voltage, width, field = [0, 0, 0], start = 'up', trials = 1000, seed = 1 } = flags;
  await checkPlot(flags);
  const device = await loadDevice(flags.device ?? DEFAULT_DEVICE);
  const energies = await showProgress(context, 'blocks of trials', (onProgress) =>
    pulseEnergy({
      device,
      voltageV: voltage,
      widthsS: width,
      field,
      start: cellStateOf(start),
      trials,
      seed,
      signal: context.signal,
      onProgress,
      ...numericsOf(flags),
    }),
  );
  const temperature = flags.temperature ?? device.temperature;
  const conditions = [
    'Modelled, of the junction alone',
    formatSi(voltage, 'V'),
    fieldText(field),
    `from ${start === 'up' ? 'parallel' : 'antiparallel'}`,
    formatSi(temperature, 'K'),
    `${trials.toLocaleString('en')} trials`,
    `seed ${seed}`,
  ].join('; ');
  await writePlot(flags, () => energyFigure(energies, device.name, conditions));
  const result = {
    device: device.name,
    voltage,
    field,
    start,
    temperature,
    trials,
    seed,
    scope: 'device',
    kind: 'modelled',
    points: energies.map(({ widthS, jouleJ, standardErrorJ, parallelJ, antiparallelJ, chargeJ }) => ({
      width: widthS,
      joule: jouleJ,
      standardError: standardErrorJ,
      jouleParallel: parallelJ,
      jouleAntiparallel: antiparallelJ,
      charge: chargeJ,
    })),
  };
  context.out.result(result, () => describe(energies, conditions));
  return EXIT.done;
};

function describe(energies: readonly PulseEnergy[], conditions: string): string {
  return [
    conditions,
    table(
      ['width', 'Joule, mean', 'if parallel', 'if antiparallel', 'charge CV²'],
      energies.map(({ widthS, jouleJ, standardErrorJ, parallelJ, antiparallelJ, chargeJ }) => [
        formatSi(widthS, 's', 3),
        formatWithUncertainty(jouleJ, standardErrorJ, 'J'),
        formatSi(parallelJ, 'J'),
        formatSi(antiparallelJ, 'J'),
        formatSi(chargeJ, 'J'),
      ]),
      [1, 2, 3, 4],
    ),
    'Charge and Joule energy are different things; a driver and its line cost more than either.',
  ].join('\n');
}
