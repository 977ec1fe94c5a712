import { UsageError } from '../../../base/index.js';
import {
  assessFips,
  FIPS_BLOCK_BYTES,
  FIPS_TESTS,
  type BitOrder,
  type FipsTestId,
} from '../../../lab/entropy/index.js';
import { readBits } from '../../assess/bit-input.js';
import { originText } from '../../../lab/entropy/batteries/file-origin.js';
import type { CommandAction } from '../../context.js';
import { showProgress } from '../../device/show-progress.js';
import { EXIT } from '../../exit-codes.js';
import { pairs, table } from '../../table.js';

/** The flags of `spindrift assess fips`. */
export interface AssessFipsFlags {
  readonly bitOrder?: BitOrder;
}

/** Share of blocks of fair bits that fail, about. */
const EXPECTED_FAILURES = 8e-4;

const NAMES: Readonly<Record<FipsTestId, string>> = {
  monobit: 'monobit',
  poker: 'poker',
  runs: 'runs',
  longRun: 'long run',
  continuous: 'continuous',
};

/** `spindrift assess fips`: the block tests of FIPS 140-2 over a file. */
export const assessFipsFile: CommandAction<AssessFipsFlags, [file: string]> = async (context, flags, path) => {
  const { out, signal } = context;
  const { bits, file, origin } = await readBits(path, flags, out, signal);
  if (bits.bytes.length < FIPS_BLOCK_BYTES + 4)
    throw new UsageError(
      `${path} has ${bits.bytes.length} bytes; a block and the word before it have ${FIPS_BLOCK_BYTES + 4}`,
    );
  const found = await showProgress(context, 'blocks', (onProgress) => assessFips(bits.bytes, { signal, onProgress }));
  const { blocks, passed, failed, failures, firstFailure } = found;
  const { bitOrder = 'msb' } = flags;
  out.result({ ...found, file: path, sha256: file.sha256, bitOrder, ...(origin ?? {}) }, () =>
    [
      pairs([
        ['file', path],
        ['sha-256', file.sha256],
        ['board', originText(origin)],
        ['blocks', `${blocks} of 20,000 bits`],
        ['passed', passed],
        [
          'failed',
          `${failed}${firstFailure === null ? '' : `, block ${firstFailure} first`}; about ${(blocks * EXPECTED_FAILURES).toFixed(1)} of fair bits would`,
        ],
      ]),
      '',
      table(
        ['test', 'failed'],
        FIPS_TESTS.map((test) => [NAMES[test], failures[test]]),
        [1],
      ),
      '',
      'note: the standard dropped these tests in 2002; they find gross faults, no lack of entropy',
    ].join('\n'),
  );
  return EXIT.done;
};
