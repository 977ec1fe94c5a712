import { Command, Option } from 'commander';
import { byteCountOption } from './byte-count.js';
import { DEFAULT_BOARD, DEFAULT_RUNS, type CommandAction, type GlobalOptions } from './context.js';
import { addAssessCommands } from './assess-program.js';
import { addDeviceCommands } from './device-program.js';
import { addTapOptions } from './tap-options.js';
import { addRunsCommands } from './runs-program.js';
import { addEntropydCommand } from './entropyd-program.js';
import { quantityOption } from './quantity-options.js';
import { addServeCommand } from './serve-program.js';
import {
  addGlobalOptions,
  addRunOptions,
  boardsOption,
  digitList,
  integerOption,
  numberOption,
  RECORD_WIRE,
} from './options.js';

/** As lab/capture has them; named here so that help needs none of it. */
const CHANNEL_KINDS = ['power', 'current', 'voltage', 'energy', 'temperature', 'field', 'health', 'rates', 'bits'];

/** Binds a command to its action. */
export type Bind = <Options, Args extends readonly unknown[]>(
  command: Command,
  load: () => Promise<CommandAction<Options, Args>>,
) => void;

/** Starts an action with everything it needs; {@link buildProgram} binds every command to one. */
export type ActionRunner = <Options, Args extends readonly unknown[]>(
  load: () => Promise<CommandAction<Options, Args>>,
  globals: GlobalOptions,
  options: Options,
  args: Args,
) => Promise<void>;

/**
 * The `spindrift` command. Only names, flags and help are defined here; what a command does is loaded when it is called, so that
 * `--help` and mistakes answer at once.
 */
export function buildProgram(version: string, run: ActionRunner): Command {
  const program = new Command('spindrift')
    .description('Run, measure and trust boards built from voltage-controlled magnetic tunnel junctions.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show help')
    .helpCommand(false)
    .enablePositionalOptions()
    .showSuggestionAfterError()
    .addHelpText('after', EPILOGUE);
  addGlobalOptions(program);

  const bind: Bind = <Options, Args extends readonly unknown[]>(
    command: Command,
    load: () => Promise<CommandAction<Options, Args>>,
  ): void => {
    addGlobalOptions(command);
    command.helpOption('-h, --help', 'show help');
    command.action(async (...all: unknown[]) => {
      const args = all.slice(0, -2) as unknown as Args;
      const options = command.opts<Options & GlobalOptions>();
      await run(load, { ...program.opts<GlobalOptions>(), ...options }, options, args);
    });
  };

  bind(
    program.command('boards').description('list the boards that can be opened, simulators first'),
    async () => (await import('./commands/boards.js')).boards,
  );

  bind(
    program.command('info').description('show identity, features, geometry and limits of a board'),
    async () => (await import('./commands/info.js')).info,
  );

  bind(
    program
      .command('doctor')
      .description('look for what keeps boards and program from working here, each finding with its remedy')
      .option('--udev-rule', 'print the udev rule that lets users open a board, and nothing else')
      .addHelpText(
        'after',
        '\nExit code 5 if something keeps the program or an attached board from working.\nSee docs/troubleshooting.md.',
      ),
    async () => (await import('./commands/doctor.js')).doctor,
  );

  bind(
    program.command('experiments').description('list the experiments with their parameters'),
    async () => (await import('./commands/experiments.js')).experiments,
  );

  const runCommand = program
    .command('run')
    .description('run an experiment; its parameters are flags, see: spindrift run ID --help')
    .argument('[id]', 'experiment, as listed by: spindrift experiments')
    .argument('[flags...]', 'its parameters, as --name value')
    .passThroughOptions()
    .allowUnknownOption()
    .usage('ID [--parameter value …] [--out DIR] [--force]');
  bind(runCommand, async () => (await import('./commands/run.js')).run);

  const generate = program
    .command('generate')
    .description('generate images from the board’s own random bits and analog products')
    .addOption(integerOption('--images <n>', 'how many images (default: 60)', { min: 1, max: 100_000 }))
    .addOption(integerOption('--steps <t>', 'denoising steps (default: 30)', { min: 1, max: 1000 }))
    .addOption(
      integerOption('--seed <s>', 'seed of a simulated board that names none (default: 1)', {
        min: 0,
        max: Number.MAX_SAFE_INTEGER,
      }),
    )
    .option('--model <file>', 'trained model (default: the one that comes with Spindrift)')
    .addOption(
      numberOption('--guidance <w>', 'how strongly the digit asked for steers; 0 = not at all (default: 1)', {
        min: 0,
        max: 20,
      }),
    )
    .option('--digits <list>', 'digits to draw in turn, as 0,3,7 or 0-4 (default: all ten)', digitList)
    .addHelpText('after', '\nExample:\n  spindrift generate --images 60 --seed 1 --out runs/digits');
  addRunOptions(generate);
  bind(generate, async () => (await import('./commands/generate.js')).generate);

  bind(
    program
      .command('train')
      .description('train a denoiser, hardware-aware, from real images; goes on from an interrupted training')
      .option('--classifier', 'train the classifier that judges images instead')
      .option('--out <file>', 'model file to write (default: mnist-mixer.spm, or mnist-judge.spm)')
      .option('--force', 'replace that file')
      .addOption(
        integerOption('--seed <s>', 'seed of everything that is drawn', { min: 0, max: Number.MAX_SAFE_INTEGER }),
      )
      .addOption(integerOption('--batch <n>', 'images a step', { min: 1, max: 65_536 }))
      .addOption(numberOption('--rate <r>', 'learning rate', { min: 0, max: 1 }))
      .addOption(integerOption('--float-steps <n>', 'steps with float products', { min: 0, max: 10_000_000 }))
      .addOption(
        integerOption('--quantised-steps <n>', 'steps with quantised products and shaken weights', {
          min: 0,
          max: 10_000_000,
        }),
      )
      .addOption(
        integerOption('--guidance-steps <n>', 'steps in which labels are left out at times', {
          min: 0,
          max: 10_000_000,
        }),
      )
      .addOption(integerOption('--epochs <n>', 'passes over the images (classifier only)', { min: 1, max: 10_000 }))
      .addOption(integerOption('--workers <n>', 'threads; does not change the result', { min: 0, max: 256 }))
      .addHelpText('after', '\nWithout flags it repeats the training of the model that comes with Spindrift.'),
    async () => (await import('./commands/train.js')).train,
  );

  bind(
    program
      .command('quality')
      .description(
        'compare generated images with real ones, beside the same network with float weights and software noise',
      )
      .argument('<run...>', 'run folders that generate made, their names, or ids')
      .option('--judge <file>', 'classifier and reference statistics (default: those that come with Spindrift)')
      .option('--no-software', 'leave out the images made in software')
      .addOption(
        integerOption('--seed <s>', 'seed of the software noise and of the intervals', {
          min: 0,
          max: Number.MAX_SAFE_INTEGER,
        }),
      )
      .option('--dir <dir>', `folder of runs (default: ${DEFAULT_RUNS})`),
    async () => (await import('./commands/quality.js')).quality,
  );

  addRunsCommands(program, bind);

  bind(
    addTapOptions(
      program
        .command('entropy')
        .description('read bits of a board: bytes on standard output, or a file with a sidecar')
        .addOption(byteCountOption('--bytes <n>', 'how many bytes, as 4096, 64KiB or 1MB'))
        .addOption(
          new Option(
            '--mode <name>',
            'raw (default): bits as read; debiased: folded or von Neumann; conditioned: hashed, gated by health tests; drbg: a generator reseeded from these',
          ).choices(['raw', 'debiased', 'conditioned', 'drbg']),
        )
        .addOption(
          integerOption('--xor-stages <n>', 'debiased: fold pairs of columns so many times instead of von Neumann', {
            min: 0,
            max: 3,
          }),
        )
        .option('--from <place>', 'take bytes of a running spindrift entropyd: unix:/PATH or tcp://HOST:PORT')
        .option('--controller', 'let the board hold the mean of each row near one half')
        .option('--out <file>', 'file to write; its sidecar is the same name with .json')
        .option('--force', 'replace that file')
        .addHelpText(
          'after',
          '\nExamples:\n  spindrift entropy --bytes 1MB --out bits.bin\n  spindrift entropy --board usb: --mode conditioned --bytes 32 | xxd -p\n\nSee docs/entropy.md and docs/entropy-tap.md.',
        ),
    ),
    async () => (await import('./commands/entropy.js')).entropy,
  );

  bind(
    program
      .command('capture')
      .description('record telemetry and raw bits of a board into a run folder, until a time is over or Ctrl-C')
      .option('--channels <list>', `kinds of channels, with commas: ${CHANNEL_KINDS.join(', ')} (default: all)`)
      .addOption(quantityOption('--for <time>', 'how long, as 10s (default: until Ctrl-C)', 's'))
      .addOption(
        quantityOption('--period <time>', 'time between messages of telemetry, 20ms at least (default: 50ms)', 's'),
      )
      .addOption(
        numberOption('--bit-rate <n>', 'bits a second; 0: as fast as they come (default: 200000)', {
          min: 0,
          max: 1e9,
        }),
      )
      .option('--rows <list>', 'rows that give bits: all, or numbers and ranges as in 0-7,12 (default: all)')
      .option('--controller', 'let the board hold the mean of each row near one half')
      .option('--out <dir>', `run folder (default: a new one in ${DEFAULT_RUNS}/)`)
      .option('--force', 'replace the run that is in that folder')
      .option('--record-wire', RECORD_WIRE)
      .addHelpText(
        'after',
        '\nExamples:\n  spindrift capture --channels power,temperature --for 10s\n  spindrift capture --board usb: --channels bits --bit-rate 1e6 --out runs/bits\n\nSee docs/capture.md.',
      ),
    async () => (await import('./commands/capture.js')).capture,
  );

  bind(
    program
      .command('flash')
      .description('put firmware on a board whose chip is in its boot loader')
      .argument('[image.uf2]', 'firmware to write (default: the released image)')
      .option('--volume <path>', 'folder at which the boot loader’s drive is mounted (default: the only one found)')
      .option('--reboot', 'first ask the running board, named with --board, to start its boot loader')
      .addHelpText(
        'after',
        '\nWithout --reboot hold the button BOOTSEL while the board is plugged in.\n\nExample:\n  spindrift flash firmware-host/firmware/build/firmware.uf2',
      ),
    async () => (await import('./commands/flash.js')).flash,
  );

  bind(
    program
      .command('virtual-usb')
      .description(
        'export simulated or emulated boards (--board, which may be repeated) as USB devices over USB/IP, until interrupted',
      )
      .addOption(boardsOption(`board to export, sim: or emu:; may be repeated (default: ${DEFAULT_BOARD})`))
      .option('--listen <host:port>', 'where to listen (default: 127.0.0.1:3240, where usbip looks)')
      .option('--socket <path>', 'listen on a Unix socket instead, for this user alone')
      .option(
        '--expose-to-network',
        'DANGER: allow an address that other computers can reach; they need no password and nothing is encrypted',
      )
      .option('--unpaced', 'let simulated boards send faster than a full-speed bus could carry'),
    async () => (await import('./commands/virtual-usb.js')).virtualUsb,
  );

  addServeCommand(program, bind);
  addEntropydCommand(program, bind);
  addDeviceCommands(program, bind);
  addAssessCommands(program, bind);

  return program;
}

const EPILOGUE = `
Boards are named by URI: sim:typical, sim:ideal, sim:aged, sim:broken, sim:paper,
sim:typical?seed=7&rows=64, emu:typical?seed=7, usb:, tcp://host:port, unix:/path,
replay:RUN.
Quantities take SI prefixes and units (--voltage 850mV, --width 1.2ns) or plain SI numbers.

Exit codes: 0 done, 2 usage or bad value, 3 no such board, 4 board lost, 5 data or health failure,
6 input or output file, 130 interrupted.`;
