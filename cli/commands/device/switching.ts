import { formatSi, UsageError } from '../../../base/index.js';
import { switchingProbability } from '../../../board-sim/device/index.js';
import type { CommandAction } from '../../context.js';
import { cellStateOf } from '../../device/conditions.js';
import { DEFAULT_DEVICE, loadDevice, loadWaveform } from '../../device/read-file.js';
import { showProgress } from '../../device/show-progress.js';
import { EXIT } from '../../exit-codes.js';
import { pairs } from '../../table.js';

/** What commands take that simulate trials of a pulse. */
export interface TrialFlags {
  readonly device?: string;
  readonly field?: [number, number, number];
  readonly before?: number;
  readonly after?: number;
  readonly start?: 'up' | 'down';
  readonly step?: number;
  readonly temperature?: number;
  readonly trials?: number;
  readonly seed?: number;
  readonly workers?: number;
}

/** The numbers of {@link TrialFlags} as the model takes them; what is absent has the model's default. */
export function numericsOf(flags: Pick<TrialFlags, 'before' | 'after' | 'step' | 'temperature' | 'workers'>) {
  const { before, after, step, temperature, workers } = flags;
  return {
    ...(before === undefined ? {} : { beforeS: before }),
    ...(after === undefined ? {} : { afterS: after }),
    ...(step === undefined ? {} : { stepS: step }),
    ...(temperature === undefined ? {} : { temperature }),
    ...(workers === undefined ? {} : { workers }),
  };
}

/** The flags of `spindrift device switching`. */
export interface DeviceSwitchingFlags extends TrialFlags {
  readonly voltage?: number;
  readonly width?: number;
  readonly waveform?: string;
}

/** `spindrift device switching`: how often a pulse turns a junction over. */
export const deviceSwitching: CommandAction<DeviceSwitchingFlags> = async (context, flags) => {
  const { out, signal } = context;
  const { field = [0, 0, 0], start = 'up', trials = 1000, seed = 1, voltage, width } = flags;
  if (
    (flags.waveform === undefined) !== (voltage !== undefined && width !== undefined) ||
    (flags.waveform !== undefined && (voltage ?? width) !== undefined)
  )
    throw new UsageError('the pulse is --voltage and --width, or --waveform alone', {
      nextStep: 'See: spindrift device switching --help',
    });
  const device = await loadDevice(flags.device ?? DEFAULT_DEVICE);
  const pulse =
    flags.waveform === undefined ? { voltageV: voltage!, widthS: width! } : await loadWaveform(flags.waveform);
  const estimate = await showProgress(context, 'blocks of trials', (onProgress) =>
    switchingProbability({
      device,
      field,
      pulse,
      start: cellStateOf(start),
      trials,
      seed,
      signal,
      onProgress,
      ...numericsOf(flags),
    }),
  );
  const { switched, p, ci95 } = estimate;
  const result = {
    trials,
    switched,
    p,
    ci95,
    device: device.name,
    field,
    start,
    ...('voltageV' in pulse ? { voltage: pulse.voltageV, width: pulse.widthS } : { waveform: pulse }),
    temperature: flags.temperature ?? device.temperature,
    seed,
  };
  out.result(result, () =>
    pairs([
      ['switched', `${switched} of ${trials}`],
      ['p', p.toPrecision(4)],
      ['95 % interval', `${ci95[0].toPrecision(4)} … ${ci95[1].toPrecision(4)} (Wilson)`],
      ['temperature', formatSi(result.temperature, 'K')],
      ['seed', seed],
    ]),
  );
  return EXIT.done;
};
