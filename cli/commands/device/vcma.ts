import { formatSi, formatWithUncertainty } from '../../../base/index.js';
import { fitVcma, type FittedValue, type VcmaFit } from '../../../board-sim/device/index.js';
import type { CommandAction } from '../../context.js';
import { vcmaFigure } from '../../device/loop-figure.js';
import { checkPlot, writePlot } from '../../device/plot-file.js';
import { EXIT } from '../../exit-codes.js';
import { pairs, table } from '../../table.js';
import { sweep, type SweepFlags, sweepText } from './loop.js';

/** Voltages when none are named. */
const VOLTAGES = [-0.4, -0.2, 0, 0.2, 0.4];

/** `spindrift device vcma`: the VCMA coefficient from the switching fields of simulated loops. */
export const deviceVcma: CommandAction<SweepFlags> = async (context, flags) => {
  await checkPlot(flags);
  const loops = await sweep(context, flags, flags.voltage ?? VOLTAGES);
  const fit = fitVcma(loops);
  await writePlot(flags, () => vcmaFigure(loops, fit, flags.seed ?? 1));
  const { device, temperature, dwellS, rateAPerMPerS, spins } = loops;
  const deviation = (fit.xi.value - fit.device.xi) / fit.xi.standardError;
  const result = {
    device: device.name,
    temperature,
    dwell: dwellS,
    rate: rateAPerMPerS,
    spins,
    seed: flags.seed ?? 1,
    xi: fit.xi.value,
    standardError: fit.xi.standardError,
    trueXi: fit.device.xi,
    deviation,
    fit,
  };
  context.out.result(result, () => `${sweepText(loops)}\n\n${describe(fit, temperature > 0, deviation)}`);
  return EXIT.done;
};

function describe(fit: VcmaFit, thermal: boolean, deviation: number): string {
  const field = ({ value, standardError }: FittedValue): string => formatWithUncertainty(value, standardError, 'A/m');
  const xi = ({ value, standardError }: FittedValue): string => formatWithUncertainty(value, standardError, 'J/(V m)');
  return [
    table(
      ['voltage', 'coercive field', 'Hk', 'offset'],
      fit.points.map(({ voltage, coerciveField, hk, offset }) => [
        formatSi(voltage, 'V', 3),
        field(coerciveField),
        field(hk),
        field(offset),
      ]),
      [1, 2, 3],
    ),
    ...fit.leftOut.map(({ voltage, reason }) => `${formatSi(voltage, 'V', 3)} is left out: ${reason}`),
    '',
    pairs([
      ['Hk at 0 V', `${field(fit.hk.at0)}; the device’s own: ${formatSi(fit.device.hk, 'A/m')}`],
      ['dHk/dV', `${field(fit.hk.slope)} per volt; the device’s own: ${formatSi(fit.device.hkSlope, 'A/m')}`],
      ['χ²', `${fit.hk.chiSquare.toFixed(2)} at ${fit.hk.degreesOfFreedom} degrees of freedom`],
      [
        'ξ',
        `${xi(fit.xi)}; the device’s own: ${formatSi(fit.device.xi, 'J/(V m)')} (${deviation.toFixed(1)} standard errors off)`,
      ],
      ['dΔ/dV', `${fit.deltaSlope.value.toFixed(2)} ± ${fit.deltaSlope.standardError.toFixed(2)} per volt`],
      [
        'ξ from bare coercive fields',
        thermal ? `${xi(fit.uncorrected.xi)}: what the sweep rate does when it is left out` : undefined,
      ],
    ]),
    ...(thermal
      ? [
          '',
          'Hk is the anisotropy field whose Fokker–Planck equation has the same mean coercive field under the same staircase;',
          'Ms, volume, damping and temperature are taken as known.',
        ]
      : []),
  ].join('\n');
}
