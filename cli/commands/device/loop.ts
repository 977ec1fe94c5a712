import { formatDuration, formatSi } from '../../../base/index.js';
import { type FieldLoops, fieldLoops, type SwitchingFields } from '../../../board-sim/device/index.js';
import type { CommandAction, CommandContext } from '../../context.js';
import { loopFigure } from '../../device/loop-figure.js';
import { checkPlot, type PlotFlags, writePlot } from '../../device/plot-file.js';
import { DEFAULT_DEVICE, loadDevice } from '../../device/read-file.js';
import { showProgress } from '../../device/show-progress.js';
import { EXIT } from '../../exit-codes.js';
import { pairs, table } from '../../table.js';

/** What commands take that sweep a field. */
export interface SweepFlags extends PlotFlags {
  readonly device?: string;
  readonly voltage?: number[];
  readonly fields?: number[];
  readonly dwell?: number;
  readonly spins?: number;
  readonly seed?: number;
  readonly temperature?: number;
  readonly step?: number;
  readonly workers?: number;
}

/** The flags of `spindrift device loop`. */
export interface DeviceLoopFlags extends SweepFlags {
  /** A/m along x. */
  readonly inPlane?: number;
}

/** `spindrift device loop`: R–H loops of simulated junctions. */
export const deviceLoop: CommandAction<DeviceLoopFlags> = async (context, flags) => {
  await checkPlot(flags);
  const loops = await sweep(context, flags, flags.voltage ?? [0], flags.inPlane);
  const { device, temperature, dwellS, rateAPerMPerS, spins } = loops;
  await writePlot(flags, () => loopFigure(loops, flags.seed ?? 1));
  const result = {
    device: device.name,
    temperature,
    dwell: dwellS,
    rate: rateAPerMPerS,
    spins,
    seed: flags.seed ?? 1,
    loops: loops.loops.map((loop) => ({
      ...loop,
      switchingFields: { up: summary(loop.switchingFields.up), down: summary(loop.switchingFields.down) },
    })),
  };
  context.out.result(result, () => describe(loops));
  return EXIT.done;
};

/** Runs the sweeps of the loop and fit commands. Without `--fields` they reach two and a half times the largest Hk of the voltages. */
export async function sweep(
  context: CommandContext,
  flags: SweepFlags,
  voltagesV: readonly number[],
  inPlaneX = 0,
): Promise<FieldLoops> {
  const { effectiveField } = await import('../../../board-sim/device/index.js');
  const device = await loadDevice(flags.device ?? DEFAULT_DEVICE);
  const { dwell, spins, temperature, step, workers, seed = 1 } = flags;
  const largest = 2.5 * Math.max(...voltagesV.map((v) => Math.abs(effectiveField(device, v))));
  const most = Number(largest.toPrecision(2));
  return showProgress(context, 'blocks of junctions', (onProgress) =>
    fieldLoops({
      device,
      voltagesV,
      fieldsAPerM: flags.fields ?? Array.from({ length: 121 }, (_, i) => (most * (i - 60)) / 60),
      inPlaneAPerM: [inPlaneX, 0],
      seed,
      signal: context.signal,
      onProgress,
      ...(dwell === undefined ? {} : { dwellS: dwell }),
      ...(spins === undefined ? {} : { spins }),
      ...(temperature === undefined ? {} : { temperature }),
      ...(step === undefined ? {} : { stepS: step }),
      ...(workers === undefined ? {} : { workers }),
    }),
  );
}

/** How a sweep was made, for a person. */
export function sweepText({ temperature, dwellS, rateAPerMPerS, spins, loops }: FieldLoops): string {
  const { field } = loops[0]!;
  return pairs([
    ['fields', `${formatSi(field[0]!, 'A/m')} to ${formatSi(field.at(-1)!, 'A/m')} in ${field.length}`],
    [
      'dwell',
      temperature > 0
        ? `${formatSi(dwellS, 's')}: ${formatSi(rateAPerMPerS, 'A/m')} per second`
        : `until the junction rests (${formatDuration(dwellS)} or more)`,
    ],
    ['junctions', `${spins} a voltage`],
    ['temperature', formatSi(temperature, 'K')],
  ]);
}

function summary({ mean, sd, n }: SwitchingFields) {
  return { mean, sd, n };
}

function describe(loops: FieldLoops): string {
  const text = ({ mean, sd, n }: SwitchingFields): string[] => [
    n === 0 ? 'none' : formatSi(mean, 'A/m'),
    Number.isNaN(sd) ? '' : formatSi(sd, 'A/m', 3),
    String(n),
  ];
  return [
    sweepText(loops),
    '',
    table(
      ['voltage', 'rising: mean', 'sd', 'switched', 'falling: mean', 'sd', 'switched', 'coercive field'],
      loops.loops.map(({ voltage, switchingFields: { up, down } }) => [
        formatSi(voltage, 'V', 3),
        ...text(up),
        ...text(down),
        formatSi((up.mean - down.mean) / 2, 'A/m'),
      ]),
      [1, 2, 3, 4, 5, 6, 7],
    ),
  ].join('\n');
}
