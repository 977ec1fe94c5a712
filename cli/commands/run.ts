import { CommanderError } from 'commander';
import { UsageError } from '../../base/index.js';
import { describeExperiment, findExperiment, parseTextParams } from '../../lab/experiments/index.js';
import type { CommandAction, GlobalOptions } from '../context.js';
import { Console } from '../console.js';
import { energyTable } from '../energy-table.js';
import { EXIT } from '../exit-codes.js';
import { experimentCommand, givenParameters, namesToFlags } from '../experiment-flags.js';
import { startRun, type RunFlags } from '../start-run.js';
import { pairs } from '../table.js';
import { valueText } from '../value-text.js';

/** `spindrift run ID [--parameter value …]`: runs any experiment into a run folder. */
export const run: CommandAction<GlobalOptions, [id: string | undefined, flags: readonly string[]]> = async (
  outer,
  given,
  id,
  flags,
) => {
  if (id === undefined)
    throw new UsageError('the experiment is missing', { nextStep: 'List them with: spindrift experiments' });
  const experiment = await findExperiment(id);
  const description = describeExperiment(experiment);
  const command = experimentCommand(description);
  command.exitOverride().configureOutput({ writeOut: (text) => outer.out.text(text), writeErr: () => undefined });
  try {
    await command.name(`spindrift run ${id}`).parseAsync(namesToFlags(flags, description.params), { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return EXIT.done;
    if (!(error instanceof CommanderError)) throw error;
    throw new UsageError(error.message.replace(/^error: /, '').replace(/\n\(/g, ' ('), {
      nextStep: `See: spindrift run ${id} --help`,
      cause: error,
    });
  }
  const options = { ...given, ...command.opts<GlobalOptions & RunFlags & Record<string, unknown>>() };
  const params = parseTextParams(experiment, givenParameters(options, description.params));
  const context = {
    ...outer,
    out: Console.like(outer.out, options),
    board: options.board ?? outer.board,
  };

  return startRun(context, experiment, params, options, ({ run: { dir, id: runId }, status, results, energy }) => ({
    json: { run: dir, id: runId, status, results, energy },
    text: () =>
      [
        pairs(Object.entries(results).map(([name, value]) => [name, valueText(value)])),
        energy === null ? '' : `energy\n${energyTable({ ...energy })}`,
        `run: ${dir}`,
      ]
        .filter((part) => part !== '')
        .join('\n'),
  }));
};
