import { InvalidArgumentError, Option, type Command } from 'commander';
import { DEFAULT_BOARD, DEFAULT_RUNS } from './context.js';

/** The options that every command takes, before or after its name. */
export function addGlobalOptions(command: Command): void {
  // A command that takes several boards has said so itself.
  if (!command.options.some(({ long }) => long === '--board'))
    command.option('--board <uri>', `board to use (default: ${DEFAULT_BOARD})`);
  command
    .option('--json', 'print one JSON document on standard output')
    .option('-v, --verbose', 'show details, and the stack of an error');
}

/** The option of a command that takes several boards. */
export function boardsOption(description: string): Option {
  return new Option('--board <uri>', description).argParser((uri: string, before: readonly string[] | undefined) => [
    ...(before ?? []),
    uri,
  ]);
}

/** What `--record-wire` does. */
export const RECORD_WIRE = 'keep the frames of the board’s link in the run, so that replay:RUN is a board';

/** The options of every command that makes a run. */
export function addRunOptions(command: Command): void {
  command
    .option('--out <dir>', `run folder (default: a new one in ${DEFAULT_RUNS}/)`)
    .option('--force', 'replace the run that is in that folder')
    .option('--record-wire', RECORD_WIRE)
    .addOption(
      numberOption(
        '--host-watts <w>',
        'power of one busy processor core in watts, to estimate the computer’s energy where it cannot be measured',
        { min: 0, max: 1000 },
      ),
    );
}

interface Range {
  readonly min: number;
  readonly max: number;
}

/** A flag that takes a number within a range. */
export function numberOption(flags: string, description: string, range: Range): Option {
  return new Option(flags, description).argParser((text: string) => parseNumber(text, range, false));
}

/** A flag that takes a whole number within a range. */
export function integerOption(flags: string, description: string, range: Range): Option {
  return new Option(flags, description).argParser((text: string) => parseNumber(text, range, true));
}

function parseNumber(text: string, { min, max }: Range, integer: boolean): number {
  const value = text.trim() === '' ? NaN : Number(text);
  if (Number.isNaN(value) || value < min || value > max || (integer && !Number.isSafeInteger(value))) {
    const from = min === Number.MIN_VALUE ? 'above 0, up to' : `from ${min} to`;
    throw new InvalidArgumentError(`Allowed: ${integer ? 'a whole number' : 'a number'} ${from} ${max}.`);
  }
  return value;
}

/** `0,3,7` or `0-4` or both, as digits in the order given. */
export function digitList(text: string): number[] {
  return text.split(',').flatMap((part) => {
    const range = /^\s*(\d)\s*(?:-\s*(\d)\s*)?$/.exec(part);
    if (range === null) throw new InvalidArgumentError('Allowed: digits from 0 to 9, as 0,3,7 or 0-4.');
    const [first, last] = [Number(range[1]), Number(range[2] ?? range[1])];
    if (last < first) throw new InvalidArgumentError(`${part.trim()} runs backwards; write ${last}-${first}.`);
    return Array.from({ length: last - first + 1 }, (_, i) => first + i);
  });
}
