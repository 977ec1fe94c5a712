import { type Command, Option } from 'commander';
import { integerOption, numberOption } from './options.js';
import type { Bind } from './program.js';

const BITS = { min: 1, max: 2 ** 32 };

/** `spindrift assess …`: what a file of bits or samples is worth; no board takes part. */
export function addAssessCommands(program: Command, bind: Bind): void {
  const assess = program
    .command('assess')
    .description('statistical tests and estimators over a file of bits or samples: no board takes part')
    .helpOption('-h, --help', 'show help')
    .helpCommand(false)
    .usage('COMMAND');

  bind(
    assess
      .command('conditioning')
      .description('min-entropy behind a conditioning function, as SP 800-90B credits it')
      .addOption(integerOption('--n-in <bits>', 'input of one output', BITS).makeOptionMandatory())
      .addOption(integerOption('--n-out <bits>', 'one output', BITS).makeOptionMandatory())
      .addOption(
        integerOption('--nw <bits>', 'narrowest internal width, as 256 for SHA-256', BITS).makeOptionMandatory(),
      )
      .addOption(
        numberOption('--h-in <bits>', 'assessed min-entropy of the input', {
          min: Number.MIN_VALUE,
          max: BITS.max,
        }).makeOptionMandatory(),
      )
      .addOption(
        new Option(
          '--vetted <yes>',
          'false for XOR, von Neumann and all that is not on the list (default: true)',
        ).choices(['true', 'false']),
      )
      .addOption(
        numberOption('--h-prime <h>', 'only with --vetted false: assessed min-entropy of a bit of the output', {
          min: 0,
          max: 1,
        }),
      )
      .addHelpText(
        'after',
        '\nExample:\n  spindrift assess conditioning --n-in 640 --n-out 256 --nw 256 --h-in 320\n\nSee docs/entropy-assessment.md.',
      ),
    async () => (await import('./commands/assess/conditioning.js')).assessConditioning,
  );
}
