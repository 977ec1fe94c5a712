import { type Command, CommanderError } from 'commander';
import { isAbortError, systemClock, UsageError, type Clock } from '../base/index.js';
import { Console, type Streams } from './console.js';
import { DEFAULT_BOARD } from './context.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import { failureOf } from './failure.js';
import { watchInterrupts, type SignalSource } from './interrupt.js';
import { buildProgram } from './program.js';

/** What the command meets the world through. */
export interface CliWorld extends Streams {
  readonly version: string;
  readonly signals: SignalSource;
  readonly clock?: Clock;
}

/**
 * Runs the command line and returns the exit code. Never throws: whatever goes wrong is reported as one line (and as a JSON
 * object with --json) and becomes a code.
 * @param argv what follows `spindrift`.
 */
export async function runCli(argv: readonly string[], world: CliWorld): Promise<ExitCode> {
  let exitCode: ExitCode = EXIT.done;
  // Until the line is parsed this is all that is known of it; a mistake in it is reported in the form that it asks for.
  let out = new Console(world, { json: argv.includes('--json'), verbose: argv.includes('--verbose') });

  const program = buildProgram(world.version, async (load, globals, options, args) => {
    out = new Console(world, { json: globals.json === true, verbose: globals.verbose === true });
    const interrupts = watchInterrupts(world.signals, () =>
      out.note('stopping: an array in use is made safe and a run completed; Ctrl-C again stops at once'),
    );
    try {
      const action = await load();
      exitCode = await action(
        {
          out,
          clock: world.clock ?? systemClock,
          signal: interrupts.signal,
          takeOverSignals: () => {
            interrupts.dispose();
            return world.signals;
          },
          board: globals.board ?? DEFAULT_BOARD,
          argv,
        },
        options,
        ...args,
      );
    } catch (error) {
      // Whatever an interrupted command trips over on its way out, it was interrupted.
      throw interrupts.signal.aborted && !isAbortError(error) ? new DOMException('interrupted', 'AbortError') : error;
    } finally {
      interrupts.dispose();
    }
  });
  for (const command of [program, ...program.commands, ...program.commands.flatMap(({ commands }) => commands)]) {
    command.exitOverride();
    command.configureOutput({ writeOut: (text) => void world.stdout.write(text), writeErr: () => undefined });
  }

  try {
    if (argv.length === 0) {
      world.stdout.write(program.helpInformation());
      return EXIT.done;
    }
    await program.parseAsync([...argv], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return EXIT.done;
    if (error instanceof CommanderError && error.code === 'commander.help') {
      // A group of commands without one of them: what it has is the answer.
      world.stdout.write(commandOf(program, argv).helpInformation());
      return EXIT.done;
    }
    const failure = failureOf(error instanceof CommanderError ? usageError(error, commandOf(program, argv)) : error);
    out.failure(failure);
    return failure.exitCode;
  }
}

/** The command that a line names, as far as its words are known. */
function commandOf(program: Command, argv: readonly string[]): Command {
  let found = program;
  for (const word of argv) found = found.commands.find((command) => command.name() === word) ?? found;
  return found;
}

function usageError(error: CommanderError, command: Command): UsageError {
  const names = command.parent === null ? [] : [command.parent.parent && command.parent.name(), command.name()];
  return new UsageError(error.message.replace(/^error: /, '').replace(/\n\(/g, ' ('), {
    nextStep: `See: ${['spindrift', ...names.filter(Boolean), '--help'].join(' ')}`,
    cause: error,
  });
}
