import type { Clock } from '../base/index.js';
import type { Console } from './console.js';
import type { ExitCode } from './exit-codes.js';
import type { SignalSource } from './interrupt.js';

/** The board that commands use when none is named. */
export const DEFAULT_BOARD = 'sim:typical';
/** The folder that runs go to and are looked for in when none is named. */
export const DEFAULT_RUNS = 'runs';

/** Options that every command takes, before or after its name. */
export interface GlobalOptions {
  readonly json?: boolean;
  readonly verbose?: boolean;
  readonly board?: string;
}

/** What a command works with. */
export interface CommandContext {
  readonly out: Console;
  readonly clock: Clock;
  /** Aborts at Ctrl-C. */
  readonly signal: AbortSignal;
  /** For a command that gives signals meanings of its own: {@link signal} follows them no more. */
  readonly takeOverSignals: () => SignalSource;
  /** URI of the board: the one named, or {@link DEFAULT_BOARD}. */
  readonly board: string;
  /** The command line after `spindrift`, for reports. */
  readonly argv: readonly string[];
}

/** A command: writes its result, returns the exit code, or throws. */
export type CommandAction<Options = Record<string, never>, Args extends readonly unknown[] = []> = (
  context: CommandContext,
  options: Options,
  ...args: Args
) => Promise<ExitCode>;
