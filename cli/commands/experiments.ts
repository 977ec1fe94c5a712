import { describeExperiment, listExperiments } from '../../lab/experiments/index.js';
import type { CommandAction } from '../context.js';
import { EXIT } from '../exit-codes.js';
import { flagName, parameterHelp } from '../experiment-flags.js';
import { table } from '../table.js';

/** `spindrift experiments`: every experiment with its parameters, units, defaults and ranges. */
export const experiments: CommandAction = async ({ out }) => {
  const list = (await listExperiments()).map(describeExperiment);
  out.result({ experiments: list }, () =>
    list
      .map(({ id, title, summary, params }) => {
        const flags = table(
          [],
          params.map((parameter) => [`    --${flagName(parameter.name)}`, parameterHelp(parameter)]),
        );
        return `${id}\n  ${title}. ${summary}${flags === '' ? '' : `\n${flags}`}`;
      })
      .join('\n\n'),
  );
  return EXIT.done;
};
