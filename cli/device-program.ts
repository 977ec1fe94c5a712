import { type Command, Option } from 'commander';
import { integerOption, numberOption } from './options.js';
import type { Bind } from './program.js';
import { gridOption, quantityOption, vectorOption } from './quantity-options.js';

const SEED = { min: 0, max: Number.MAX_SAFE_INTEGER };

/** `spindrift device …`: the model of the junction itself; no board takes part. */
export function addDeviceCommands(program: Command, bind: Bind): void {
  const device = program
    .command('device')
    .description('physics of one junction by simulation: no board takes part')
    .helpOption('-h, --help', 'show help')
    .helpCommand(false)
    .usage('COMMAND');

  bind(
    device
      .command('show')
      .description('show parameters and derived figures of a device, and what a pulse does to it')
      .argument('<device>', 'S1, S2, S3, board, or a device file')
      .addOption(quantityOption('--voltage <v>', 'of the pulse (default: 1V)', 'V'))
      .addOption(quantityOption('--width <t>', 'of the pulse (default: 1ns)', 's')),
    async () => (await import('./commands/device/show.js')).deviceShow,
  );

  const trajectory = device
    .command('trajectory')
    .description('follow one spin through a waveform, as CSV')
    .requiredOption('--waveform <file>', 'waveform file')
    .addOption(numberOption('--theta <deg>', 'start: angle from the film normal (default: 1)', { min: -360, max: 360 }))
    .addOption(numberOption('--phi <deg>', 'start: azimuth (default: 0)', { min: -360, max: 360 }))
    .addOption(quantityOption('--until <t>', 'end', 's').makeOptionMandatory())
    .addOption(quantityOption('--every <dt>', 'time between samples (default: a thousandth of the whole)', 's'))
    .addOption(
      choiceOption('--method <name>', 'rk4 or adaptive at T = 0, heun above (default: what suits)', [
        'rk4',
        'heun',
        'adaptive',
      ]),
    )
    .addOption(
      numberOption('--tolerance <x>', 'of adaptive, error a step in each component (default: 1e-10)', {
        min: 1e-15,
        max: 1e-2,
      }),
    )
    .option('--heating', 'follow the temperature of the junction; the device needs a selfHeating block')
    .option('--energy', 'columns joule_J and temperature_K besides')
    .option('--out <file>', 'CSV file instead of standard output');
  physicsOptions(trajectory);
  trajectory.addOption(
    quantityOption('--temperature <T>', '0 is deterministic, above that noise comes from --seed (default: 0K)', 'K'),
  );
  plotOptions(trajectory, 'sphere, components, voltage and energy');
  bind(trajectory, async () => (await import('./commands/device/trajectory.js')).deviceTrajectory);

  const switching = device
    .command('switching')
    .description('switching probability of a pulse, with its 95 % interval')
    .addOption(quantityOption('--voltage <v>', 'of a rectangular pulse', 'V'))
    .addOption(quantityOption('--width <t>', 'of a rectangular pulse', 's'))
    .option('--waveform <file>', 'waveform file instead');
  trialOptions(switching, 1000);
  bind(switching, async () => (await import('./commands/device/switching.js')).deviceSwitching);

  const map = device
    .command('map')
    .description('switching probability over voltage and width')
    .addOption(gridOption('--voltage <grid>', 'from:to:count, or a list', 'V').makeOptionMandatory())
    .addOption(gridOption('--width <grid>', 'from:to:count, or a list, rising', 's').makeOptionMandatory());
  trialOptions(map, 1024);
  map.option('--csv <file>', 'write the points as CSV');
  plotOptions(map, 'map and cuts with their 95 % bands');
  bind(map, async () => (await import('./commands/device/map.js')).deviceMap);

  bind(
    device
      .command('equilibrium')
      .description('mean square of mz in equilibrium beside its closed form: the check of the stochastic kernel')
      .addOption(
        numberOption('--delta <D>', 'thermal stability; below 0 an easy plane', {
          min: -200,
          max: 200,
        }).makeOptionMandatory(),
      )
      .addOption(quantityOption('--temperature <T>', '(default: 300K)', 'K'))
      .addOption(
        integerOption('--samples <n>', 'independent samples, at least (default: 100000)', { min: 512, max: 1e9 }),
      )
      .addOption(integerOption('--seed <s>', 'of the noise (default: 1)', SEED))
      .addOption(
        numberOption('--damping <a>', 'nothing in equilibrium depends on it (default: 0.1)', { min: 1e-3, max: 1 }),
      )
      .addOption(choiceOption('--precision <p>', 'kernel: f32 or f64 (default: f32)', ['f32', 'f64']))
      .addOption(quantityOption('--step <h>', 'of the integration (default: what accuracy allows)', 's'))
      .addOption(workersOption()),
    async () => (await import('./commands/device/equilibrium.js')).deviceEquilibrium,
  );

  const loop = device
    .command('loop')
    .description('R–H loops of simulated junctions, with their switching fields')
    .addOption(gridOption('--voltage <list>', 'biases (default: 0V)', 'V'))
    .addOption(quantityOption('--in-plane <hx>', 'static field in the plane, along x (default: none)', 'A/m'));
  sweepOptions(loop);
  plotOptions(loop, 'loops');
  bind(loop, async () => (await import('./commands/device/loop.js')).deviceLoop);

  const vcma = device
    .command('vcma')
    .description('fit the VCMA coefficient to the switching fields of simulated loops, with its standard error')
    .addOption(gridOption('--voltage <list>', 'biases, two or more (default: -0.4,-0.2,0,0.2,0.4)', 'V'));
  sweepOptions(vcma);
  plotOptions(vcma, 'loops and fit');
  bind(vcma, async () => (await import('./commands/device/vcma.js')).deviceVcma);

  const energy = device
    .command('energy')
    .description('modelled energy of a pulse against its width')
    .addOption(quantityOption('--voltage <v>', 'of the pulse', 'V').makeOptionMandatory())
    .addOption(gridOption('--width <grid>', 'from:to:count, or a list, rising', 's').makeOptionMandatory());
  trialOptions(energy, 1000, false);
  plotOptions(energy, 'Joule energy between its bounds, and charge');
  bind(energy, async () => (await import('./commands/device/energy.js')).deviceEnergy);

  const distribution = device
    .command('distribution')
    .description('how the cells of a simulated board’s array differ')
    .option('--scenario <name>', 'typical, ideal, aged, broken (default: typical)')
    .addOption(integerOption('--seed <s>', 'of the board (default: 1)', SEED))
    .addOption(
      choiceOption('--quantity <name>', 'resistance, tmr, hk, delta or vc (default: resistance)', [
        'resistance',
        'tmr',
        'hk',
        'delta',
        'vc',
      ]),
    )
    .addOption(integerOption('--rows <n>', '(default: 64)', { min: 1, max: 512 }))
    .addOption(integerOption('--cols <n>', '(default: 64)', { min: 1, max: 512 }))
    .addOption(integerOption('--tile <n>', 'which array of the board (default: 0)', { min: 0, max: 255 }));
  plotOptions(distribution, 'histogram and map');
  bind(distribution, async () => (await import('./commands/device/distribution.js')).deviceDistribution);
}

/** What every simulation of a device takes. */
function physicsOptions(command: Command): void {
  command
    .option('--device <name>', 'S1, S2, S3, board, or a device file (default: board)')
    .addOption(vectorOption('--field <x,y,z>', 'applied field (default: 0,0,0)', 'A/m'))
    .addOption(quantityOption('--step <h>', 'longest step of the integration (default: 1ps)', 's'))
    .addOption(integerOption('--seed <s>', 'of the noise (default: 1)', SEED));
}

function trialOptions(command: Command, trials: number, after = true): void {
  physicsOptions(command);
  command
    .addOption(choiceOption('--start <state>', 'up (parallel) or down (default: up)', ['up', 'down']))
    .addOption(integerOption('--trials <n>', `trials (default: ${trials})`, { min: 1, max: 1e9 }))
    .addOption(quantityOption('--temperature <T>', '(default: the device’s own)', 'K'))
    .addOption(quantityOption('--before <t>', 'time to settle before the pulse (default: 15ns)', 's'));
  if (after) command.addOption(quantityOption('--after <t>', 'time to relax after it (default: 15ns)', 's'));
  command.addOption(workersOption());
}

function sweepOptions(command: Command): void {
  command
    .option('--device <name>', 'S1, S2, S3, board, or a device file (default: board)')
    .addOption(
      gridOption('--fields <grid>', 'from:to:count along z, rising (default: 121 to 2.5 times the largest Hk)', 'A/m'),
    )
    .addOption(quantityOption('--dwell <t>', 'time at each field (default: 1ns; at 0 K until at rest)', 's'))
    .addOption(integerOption('--spins <n>', 'junctions a voltage (default: 256; at 0 K one)', { min: 1, max: 1e6 }))
    .addOption(integerOption('--seed <s>', 'of the noise (default: 1)', SEED))
    .addOption(quantityOption('--temperature <T>', '0 leaves the noise out (default: the device’s own)', 'K'))
    .addOption(quantityOption('--step <h>', 'longest step of the integration (default: 1ps)', 's'))
    .addOption(workersOption());
}

function plotOptions(command: Command, shows: string): void {
  command
    .option('--plot <file>', `draw into a .svg or .png file: ${shows}`)
    .addOption(
      numberOption('--scale <n>', 'of a PNG: pixels for one of the figure (default: 2)', { min: 0.25, max: 8 }),
    )
    .option('--force', 'replace files that exist');
}

function workersOption(): Option {
  return integerOption('--workers <n>', 'threads; does not change the result (default: all cores)', {
    min: 0,
    max: 256,
  });
}

function choiceOption(flags: string, description: string, choices: readonly string[]): Option {
  return new Option(flags, description).choices(choices);
}
