import { type Command, Option } from 'commander';
import { addBitTestCommands } from './bit-tests-program.js';
import { parseLevel } from './assess/level.js';
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
    sampleOptions(
      assess
        .command('non-iid')
        .description('min-entropy of samples by the ten estimators of SP 800-90B for sources that are not IID'),
    )
      .option('--conditioned', 'output of a conditioning function: assess the bit string alone, for h′')
      .addOption(
        numberOption('--submitter <h>', 'claimed min-entropy of a sample, which the result does not exceed', {
          min: 0,
          max: 8,
        }),
      )
      .option('--plot <file>', 'draw into a .svg or .png file: the estimates beside each other')
      .addOption(
        numberOption('--scale <n>', 'of a PNG: pixels for one of the figure (default: 2)', { min: 0.25, max: 8 }),
      )
      .option('--force', 'replace files that exist')
      .addHelpText(
        'after',
        '\nExample:\n  spindrift entropy --bytes 125kB --out bits && spindrift assess non-iid bits --bits 1 --packed lsb\n\nSee docs/entropy-assessment.md.',
      ),
    async () => (await import('./commands/assess/non-iid.js')).assessNonIidFile,
  );

  bind(
    sampleOptions(
      assess
        .command('iid')
        .description(
          'may samples be independent and identically distributed: permutation, χ² and repeat tests of SP 800-90B',
        ),
    )
      .addOption(integerOption('--seed <s>', 'of the shuffles (default: 1)', { min: 0, max: Number.MAX_SAFE_INTEGER }))
      .addHelpText(
        'after',
        '\nExample:\n  spindrift assess iid samples.bin --bits 1\n\nSee docs/entropy-assessment.md.',
      ),
    async () => (await import('./commands/assess/iid.js')).assessIidFile,
  );

  addBitTestCommands(assess, bind);

  bind(
    assess
      .command('health')
      .description(
        'the continuous health tests of SP 800-90B over a file; for bits also tests for what these cannot see',
      )
      .argument('<file>', 'one sample a byte in the low bits, or packed bits with --packed')
      .addOption(integerOption('--bits <k>', 'width of a sample', { min: 1, max: 8 }).makeOptionMandatory())
      .addOption(
        numberOption('--min-entropy <h>', 'claimed min-entropy of a sample, bit', {
          min: 0.001,
          max: 8,
        }).makeOptionMandatory(),
      )
      .addOption(
        new Option('--alpha <level>', 'false alarms of each test, as 2^-30 or 1e-9 (default: 2^-40)').argParser(
          parseLevel,
        ),
      )
      .addOption(
        new Option(
          '--apt <formula>',
          'cutoff of the adaptive proportion test: as printed (default) or corrected',
        ).choices(['text', 'corrected']),
      )
      .addOption(
        new Option('--packed <order>', 'the file holds packed bits; lsb as spindrift entropy writes them').choices([
          'lsb',
          'msb',
        ]),
      )
      .addOption(
        numberOption('--rate <r>', 'samples a second, for the expected interval of false alarms (default: 10e6)', {
          min: 1e-3,
          max: 1e15,
        }),
      )
      .addHelpText(
        'after',
        '\nExample:\n  spindrift assess health bits --bits 1 --packed lsb --min-entropy 0.8 --alpha 2^-30\n\nSee docs/entropy-tap.md.',
      ),
    async () => (await import('./commands/assess/health.js')).assessHealthFile,
  );

  bind(
    sampleOptions(
      assess
        .command('restart')
        .description('do the first samples after each of 1000 restarts keep what an assessment promised'),
    )
      .addOption(
        numberOption('--h-initial <h>', 'assessed min-entropy of a sample, from one long stretch', {
          min: Number.MIN_VALUE,
          max: 8,
        }).makeOptionMandatory(),
      )
      .addHelpText(
        'after',
        '\nThe file holds 1000 samples of the first restart, then those of the second, to 1000.\n\nExample:\n  spindrift assess restart restarts.bin --bits 1 --h-initial 0.8\n\nSee docs/entropy-assessment.md.',
      ),
    async () => (await import('./commands/assess/restart.js')).assessRestartFile,
  );

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

/** What every command takes that reads a file of samples. */
function sampleOptions(command: Command): Command {
  return command
    .argument('<file>', 'one sample a byte in the low bits, or packed bits with --packed')
    .addOption(integerOption('--bits <k>', 'width of a sample', { min: 1, max: 8 }).makeOptionMandatory())
    .addOption(
      new Option('--packed <order>', 'the file holds packed bits; lsb as spindrift entropy writes them').choices([
        'lsb',
        'msb',
      ]),
    )
    .addOption(
      integerOption('--workers <n>', 'threads; does not change the result (default: all cores)', { min: 0, max: 256 }),
    );
}
