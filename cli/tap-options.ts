import { type Command, Option } from 'commander';
import { integerOption, numberOption } from './options.js';

/** The options of output that passes a tap. */
export function addTapOptions(command: Command): Command {
  return command
    .option('--allow-simulated', 'conditioned, drbg: also of a board that is not silicon; the output is marked')
    .option(
      '--assessment <file>',
      'conditioned, drbg: what spindrift assess non-iid --json said of raw bits of this board (default: the tap assesses 1,000,000 bits itself)',
    )
    .addOption(
      numberOption(
        '--min-entropy <h>',
        'claimed per raw bit: lowers what was assessed, never raises it; raw: what the tests assume (default: 0.8)',
        {
          min: 0.05,
          max: 1,
        },
      ),
    )
    .addOption(
      new Option('--tests <set>', 'approved: the two of SP 800-90B; all (default)').choices(['approved', 'all']),
    )
    .addOption(new Option('--conditioner <name>', 'default: sha-256').choices(['sha-256', 'hmac-sha-256']))
    .addOption(
      new Option('--drbg <name>', 'drbg: CTR_DRBG with AES-256 (default) or HMAC_DRBG with SHA-256').choices([
        'ctr',
        'hmac',
      ]),
    )
    .addOption(
      integerOption('--expansion <n>', 'drbg: bytes of output for a byte of fresh seed (default: 32)', {
        min: 1,
        max: 65536,
      }),
    );
}
