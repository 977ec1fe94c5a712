import { Option, type Command } from 'commander';
import { boardsOption, integerOption, numberOption } from './options.js';
import type { Bind } from './program.js';

/** Adds `spindrift entropyd`. */
export function addEntropydCommand(program: Command, bind: Bind): void {
  const port = (flags: string, description: string): Option =>
    integerOption(flags, description, { min: 0, max: 65_535 });
  bind(
    program
      .command('entropyd')
      .description('serve random bytes of one board or several to this machine, until interrupted')
      .option('--config <file>', 'configuration file (default: /etc/spindrift/entropyd.json, if it is there)')
      .addOption(boardsOption('board of the pool; may be repeated (default: all boards on USB)'))
      .option(
        '--allow-simulated',
        'let boards in that are not real; everything is marked NOT ENTROPY, and nothing goes to the kernel',
      )
      .option('--assessment <file>', 'assessment of the raw bits of the only --board')
      .addOption(new Option('--output <kind>', 'conditioned (default) or drbg').choices(['conditioned', 'drbg']))
      .addOption(
        integerOption('--redundant <n>', 'combine bytes of n boards by XOR instead of adding up their rates', {
          min: 2,
          max: 64,
        }),
      )
      .option('--watch <dir>', 'folder that names boards as they come and go')
      .option('--socket <path>', 'Unix socket (default: /run/spindrift/entropy.sock)')
      .option('--no-socket', 'no Unix socket')
      .addOption(port('--port <n>', 'also a port of this computer, for every local user (0 = any free one)'))
      .option('--raw-socket <path>', 'Unix socket for raw blocks, for study')
      .option('--fifo <path>', 'also a named pipe')
      .option('--no-kernel', 'mix nothing into the kernel’s pool')
      .option('--credit', 'credit half of the assessed entropy to the kernel; needs CAP_SYS_ADMIN and koffi')
      .addOption(port('--metrics-port <n>', 'port for Prometheus metrics (0 = any free one)'))
      .option('--metrics-socket <path>', 'Unix socket for them instead')
      .addOption(
        numberOption('--give-up <s>', 'end with exit code 5 when an alarm has lasted so long, s (default: 60)', {
          min: 0,
          max: 86_400,
        }),
      )
      .addOption(
        new Option('--log-level <level>', 'error, warn, info (default) or debug').choices([
          'error',
          'warn',
          'info',
          'debug',
        ]),
      )
      .option('--print-config', 'print the configuration in force, with comments, and end')
      .option('--check-config', 'check the configuration and end')
      .option('--print-schema', 'print the JSON Schema of configuration files and end')
      .addHelpText(
        'after',
        '\nExample:\n  spindrift entropyd --board sim:typical --allow-simulated --socket /tmp/entropy.sock\n  spindrift entropy --from unix:/tmp/entropy.sock --bytes 32 | xxd\n\nSee docs/entropyd.md.',
      ),
    async () => (await import('./commands/entropyd.js')).entropyd,
  );
}
