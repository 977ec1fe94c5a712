import { type Command, InvalidArgumentError, Option } from 'commander';
import { STS_DEFAULTS, STS_RANGES } from '../lab/entropy/sp800-22/options.js';
import { STS_TESTS } from '../lab/entropy/sp800-22/test-names.js';
import { integerOption, numberOption } from './options.js';
import type { Bind } from './program.js';

/** `spindrift assess sts`, `fips` and `ent`: tests of bits that stand in a row. */
export function addBitTestCommands(assess: Command, bind: Bind): void {
  const sts = assess
    .command('sts')
    .description('the fifteen statistical tests of SP 800-22 over bits')
    .argument('<file>', 'file of bits')
    .addOption(
      new Option(
        '--format <name>',
        'bytes (default): packed; ascii: digits 0 and 1; bits: one bit a byte, 0 or 1',
      ).choices(['bytes', 'ascii', 'bits']),
    )
    .addOption(orderOption())
    .addOption(
      integerOption('--length <n>', 'bits of a stream (default: all, or as many as --streams allows)', {
        min: 1,
        max: 2 ** 31,
      }),
    )
    .addOption(
      integerOption('--streams <m>', 'cut the bits into so many streams; verdicts over them from 55 on (default: 1)', {
        min: 1,
        max: 1e6,
      }),
    )
    .addOption(numberOption('--alpha <a>', 'p-values below it are low (default: 0.01)', { min: 1e-6, max: 0.5 }))
    .option('--exact', 'compare with exact class probabilities instead of those that the standard publishes')
    .option('--tests <list>', `only these, with commas between: ${STS_TESTS.join(', ')}`, testList)
    .addOption(parameter('--block-frequency <M>', 'blockFrequencyBits', 'block of the frequency test, bits'))
    .addOption(parameter('--non-overlapping <m>', 'nonOverlappingBits', 'non-overlapping templates, bits'))
    .addOption(parameter('--overlapping <m>', 'overlappingBits', 'overlapping template, bits'))
    .addOption(parameter('--approximate-entropy <m>', 'approximateEntropyBits', 'pattern of it, bits'))
    .addOption(parameter('--serial <m>', 'serialBits', 'pattern of it, bits'))
    .addOption(parameter('--linear-complexity <M>', 'linearComplexityBits', 'block of it, bits'))
    .addOption(
      integerOption('--workers <n>', 'threads; does not change the result (default: all cores)', { min: 0, max: 256 }),
    )
    .option('--plot <file>', 'draw into a .svg or .png file: p-values by test, and how they are spread')
    .addOption(
      numberOption('--scale <n>', 'of a PNG: pixels for one of the figure (default: 2)', { min: 0.25, max: 8 }),
    )
    .option('--force', 'replace files that exist')
    .addHelpText(
      'after',
      '\nExample:\n  spindrift entropy --bytes 125kB --out bits && spindrift assess sts bits --bit-order lsb\n\nSee docs/sp800-22.md.',
    );
  bind(sts, async () => (await import('./commands/assess/sts.js')).assessStsFile);

  bind(
    assess
      .command('fips')
      .description('the block tests of FIPS 140-2 over packed bits, as rngtest does them')
      .argument('<file>', 'packed bits; the first four bytes are only the word before the first block')
      .addOption(orderOption())
      .addHelpText('after', '\nSee docs/sp800-22.md.'),
    async () => (await import('./commands/assess/fips.js')).assessFipsFile,
  );

  bind(
    assess
      .command('ent')
      .description(
        'entropy of counts, χ², mean, Monte-Carlo π and serial correlation of bytes or bits, as ent does them',
      )
      .argument('<file>', 'bytes')
      .option('--bits', 'of bits instead of bytes')
      .addOption(orderOption())
      .addHelpText('after', '\nSee docs/sp800-22.md.'),
    async () => (await import('./commands/assess/ent.js')).assessEntFile,
  );
}

function orderOption(): Option {
  return new Option(
    '--bit-order <order>',
    'of packed bytes: msb (default), the first bit in the most significant place; lsb for files of spindrift entropy',
  ).choices(['msb', 'lsb']);
}

function parameter(flags: string, name: keyof typeof STS_RANGES, what: string): Option {
  return integerOption(flags, `${what} (default: ${STS_DEFAULTS[name]})`, STS_RANGES[name]);
}

function testList(text: string): string[] {
  return text.split(',').map((part) => {
    const name = part.trim();
    if (!(STS_TESTS as readonly string[]).includes(name))
      throw new InvalidArgumentError(`'${name}' is none. Allowed: ${STS_TESTS.join(', ')}.`);
    return name;
  });
}
