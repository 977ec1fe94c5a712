import { formatBytes } from '../../base/index.js';
import { estimateExport, exportRun, readRun, type ExportFormat, type ExportRequest } from '../../lab/runs/index.js';
import { DEFAULT_RUNS, type CommandAction } from '../context.js';
import { showProgress } from '../device/show-progress.js';
import { EXIT } from '../exit-codes.js';
import { findRun } from '../find-run.js';

interface Options {
  readonly format: ExportFormat;
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
  const request = requestOf(options);
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

function requestOf({ format, table, figure, from, to, scale }: Options): ExportRequest {
  const rows = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  return {
    format,
    ...(table === undefined ? {} : { table }),
    ...(figure === undefined ? {} : { figure }),
    ...(scale === undefined ? {} : { scale }),
    ...(Object.keys(rows).length === 0 ? {} : { rows }),
  };
}
