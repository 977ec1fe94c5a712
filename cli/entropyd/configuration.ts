/** The configuration of `spindrift entropyd`: defaults, below the file, below the flags. */
import { resolve } from 'node:path';
import { UsageError } from '../../base/index.js';
import { DEFAULT_CONFIG, type EntropydConfig } from '../../lab/entropyd/config/schema.js';
import { overlay, parseConfig, readConfigFile } from '../../lab/entropyd/config/read-config.js';

/** The flags of `spindrift entropyd` that stand for fields of the configuration. */
export interface ConfigurationFlags {
  readonly config?: string;
  readonly board?: readonly string[];
  readonly assessment?: string;
  readonly output?: string;
  readonly redundant?: number;
  readonly watch?: string;
  /** False by --no-socket. */
  readonly socket?: string | boolean;
  readonly port?: number;
  readonly rawSocket?: string;
  readonly fifo?: string;
  /** False by --no-kernel. */
  readonly kernel?: boolean;
  readonly credit?: boolean;
  readonly metricsPort?: number;
  readonly metricsSocket?: string;
  readonly giveUp?: number;
  readonly logLevel?: string;
}

/**
 * The configuration in force.
 * @param boards those that the command line names
 * @throws RangeError naming field, value and range; FileError, DataError for the file; UsageError for flags that do not fit
 */
export async function configurationOf(
  flags: ConfigurationFlags,
  boards: readonly string[] | undefined,
): Promise<EntropydConfig> {
  const file = await readConfigFile(flags.config ?? DEFAULT_CONFIG, flags.config === undefined);
  const origin = flags.config ?? 'configuration';
  // The file by itself first, so that a mistake is told of the file that has it.
  parseConfig(file, origin);
  return parseConfig(overlay(file, fieldsOf(flags, boards)), `${origin} with the flags`);
}

function fieldsOf(flags: ConfigurationFlags, boards: readonly string[] | undefined): unknown {
  const path = (given: string | undefined): string | undefined => (given === undefined ? undefined : resolve(given));
  if (flags.assessment !== undefined && boards?.length !== 1)
    throw new UsageError('--assessment belongs to one board, named with --board', {
      nextStep: 'name the assessment of each of several boards in the configuration file',
    });
  const { socket } = flags;
  return {
    boards: boards?.map((uri) => ({ uri, assessment: path(flags.assessment) ?? null })),
    hotplug: { folder: path(flags.watch) },
    pool: flags.redundant === undefined ? {} : { mode: 'redundant', members: flags.redundant },
    tap: { output: flags.output },
    socket: { path: socket === false ? null : typeof socket === 'string' ? resolve(socket) : undefined },
    tcp: { port: flags.port },
    raw: { path: path(flags.rawSocket) },
    fifo: { path: path(flags.fifo) },
    kernel: { mix: flags.kernel === false ? false : undefined, credit: flags.credit },
    metrics: { port: flags.metricsPort, path: path(flags.metricsSocket) },
    alarm: { giveUpS: flags.giveUp },
    log: { level: flags.logLevel },
  };
}
