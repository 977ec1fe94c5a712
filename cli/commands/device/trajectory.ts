import { formatSi } from '../../../base/index.js';
import { followTrajectory, type Trajectory, type TrajectoryMethod } from '../../../board-sim/device/index.js';
import type { CommandAction } from '../../context.js';
import { checkPlot, type PlotFlags, writePlot } from '../../device/plot-file.js';
import { DEFAULT_DEVICE, loadDevice, loadWaveform } from '../../device/read-file.js';
import { showProgress } from '../../device/show-progress.js';
import { trajectoryFigure } from '../../device/trajectory-figure.js';
import { EXIT } from '../../exit-codes.js';
import { assertWritable, writeOutput } from '../../output-file.js';
import { pairs } from '../../table.js';

/** The flags of `spindrift device trajectory`. */
export interface DeviceTrajectoryFlags extends PlotFlags {
  readonly device?: string;
  readonly waveform: string;
  readonly field?: [number, number, number];
  readonly theta?: number;
  readonly phi?: number;
  readonly until: number;
  readonly every?: number;
  readonly step?: number;
  readonly temperature?: number;
  readonly seed?: number;
  readonly method?: TrajectoryMethod;
  readonly tolerance?: number;
  readonly heating?: boolean;
  readonly energy?: boolean;
  readonly out?: string;
}

const RADIANS = Math.PI / 180;

/** `spindrift device trajectory`: one spin through a waveform. */
export const deviceTrajectory: CommandAction<DeviceTrajectoryFlags> = async (context, flags) => {
  const { out, signal } = context;
  const { field = [0, 0, 0], theta = 1, phi = 0, until, temperature = 0, seed = 1, energy = false } = flags;
  await checkPlot(flags);
  if (flags.out !== undefined) await assertWritable(flags.out, flags.force === true);
  const device = await loadDevice(flags.device ?? DEFAULT_DEVICE);
  const waveform = await loadWaveform(flags.waveform);
  const path = await showProgress(context, '% of the time', (onProgress) =>
    followTrajectory({
      device,
      waveform,
      field,
      theta: theta * RADIANS,
      phi: phi * RADIANS,
      untilS: until,
      everyS: flags.every ?? until / 1000,
      stepS: flags.step ?? 1e-12,
      temperature,
      seed,
      signal,
      onProgress: (share) => onProgress(Math.floor(100 * share), 100),
      ...(flags.method === undefined ? {} : { method: flags.method }),
      ...(flags.tolerance === undefined ? {} : { tolerance: flags.tolerance }),
      ...(flags.heating === undefined ? {} : { heating: flags.heating }),
    }),
  );
  await writePlot(flags, () => trajectoryFigure(path, { device, field, temperature, seed }));
  if (flags.out !== undefined) await writeOutput(flags.out, csvOf(path, energy));
  if (!out.json && flags.out === undefined) for (const piece of csvOf(path, energy)) out.text(piece);
  else
    out.result(
      {
        device: device.name,
        field,
        theta,
        phi,
        temperature,
        ...(temperature > 0 ? { seed } : {}),
        t_s: path.t,
        voltage_V: path.voltage,
        mx: path.mx,
        my: path.my,
        mz: path.mz,
        joule_J: path.jouleJ,
        temperature_K: path.temperature,
      },
      () => describe(path, flags),
    );
  return EXIT.done;
};

/** Samples a piece of text. */
const PIECE = 4096;

/** Seventeen digits: what is read back is what was computed, to the last bit. */
function* csvOf(path: Trajectory, energy: boolean): Generator<string> {
  const columns: [string, Float64Array][] = [
    ['t_s', path.t],
    ['voltage_V', path.voltage],
    ['mx', path.mx],
    ['my', path.my],
    ['mz', path.mz],
  ];
  if (energy) columns.push(['joule_J', path.jouleJ], ['temperature_K', path.temperature]);
  yield `${columns.map(([name]) => name).join(',')}\n`;
  for (let first = 0; first < path.t.length; first += PIECE) {
    let text = '';
    for (let i = first; i < Math.min(first + PIECE, path.t.length); i++)
      text += `${columns.map(([, values]) => values[i]!.toExponential(16)).join(',')}\n`;
    yield text;
  }
}

function describe(path: Trajectory, flags: DeviceTrajectoryFlags): string {
  const last = path.t.length - 1;
  const m = [path.mx, path.my, path.mz].map((part) => part[last]!.toFixed(6)).join(', ');
  return pairs([
    ['samples', path.t.length],
    ['until', formatSi(path.t[last]!, 's')],
    ['m at the end', `(${m})`],
    ['Joule energy, modelled', formatSi(path.jouleJ[last]!, 'J')],
    ['written', flags.out],
    ['figure', flags.plot],
  ]);
}
