import { formatBytes, UsageError } from '../../base/index.js';
import { estimateExport, exportRun, readRun, type ExportFormat, type ExportRequest } from '../../lab/runs/index.js';
import { DEFAULT_RUNS, type CommandAction, type CommandContext } from '../context.js';
import { showProgress } from '../device/show-progress.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { findRun } from '../find-run.js';

interface Options {
  readonly format: ExportFormat | 'bin';
  readonly table?: string;
  readonly figure?: string;
  readonly from?: number;
  readonly to?: number;
  readonly scale?: number;
  readonly out?: string;
  readonly force?: boolean;
  readonly estimate?: boolean;
  readonly dir?: string;
}

/** `spindrift export RUN`: a run, a table or a figure of it as a file for other programs. */
export const exportCommand: CommandAction<Options, [run: string]> = async (context, options, name) => {
  const { out, signal } = context;
  const dir = await findRun(name, options.dir ?? DEFAULT_RUNS);
  if (options.format === 'bin') return exportBin(context, dir, options);
  const request = requestOf(options.format, options);
  const plan = await estimateExport(await readRun(dir), request, undefined, signal);
  if (options.estimate === true) {
    out.result(
      { run: dir, ...plan },
      () => `${plan.what}: about ${formatBytes(plan.estimatedBytes)} as ${plan.fileName}`,
    );
    return EXIT.done;
  }
  out.note(`${plan.what}, about ${formatBytes(plan.estimatedBytes)}`);
  const outcome = await showProgress(context, plan.unit, (onProgress) =>
    exportRun(dir, request, {
      signal,
      onProgress,
      force: options.force ?? false,
      ...(options.out === undefined ? {} : { out: options.out }),
    }),
  );
  out.result({ run: dir, ...outcome }, () => `${outcome.path}: ${outcome.what}, ${formatBytes(outcome.bytes)}`);
  return EXIT.done;
};

/** Raw bits of a capture, for test batteries. */
async function exportBin(
  context: CommandContext,
  dir: string,
  { table, figure, scale, estimate, from, to, out, force = false }: Options,
): Promise<ExitCode> {
  if ([table, figure, scale, estimate].some((given) => given !== undefined))
    throw new UsageError('--format bin takes --from and --to, in bits, and no table, figure, scale or estimate');
  const { exportBits } = await import('../../lab/capture/index.js');
  const { signal } = context;
  const written = await showProgress(context, 'bits', (onProgress) =>
    exportBits(dir, { from, to, out, force, signal, onProgress }),
  );
  const what = `${written.bits} bits${written.notEntropy ? ', not entropy' : ''}`;
  context.out.result({ run: dir, format: 'bin', what, ...written }, () =>
    [`${written.path}: ${what}, ${formatBytes(written.bytes)}`, `where they come from: ${written.sidecar}`].join('\n'),
  );
  return EXIT.done;
}

function requestOf(format: ExportFormat, { table, figure, from, to, scale }: Options): ExportRequest {
  const rows = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  return {
    format,
    ...(table === undefined ? {} : { table }),
    ...(figure === undefined ? {} : { figure }),
    ...(scale === undefined ? {} : { scale }),
    ...(Object.keys(rows).length === 0 ? {} : { rows }),
  };
}
