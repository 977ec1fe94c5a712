import type { Command } from 'commander';
import { DEFAULT_RUNS } from './context.js';
import { integerOption } from './options.js';
import type { Bind } from './program.js';

/** Adds `spindrift serve`. */
export function addServeCommand(program: Command, bind: Bind): void {
  bind(
    program
      .command('serve')
      .description('the application in a browser: serves it on this computer alone, until interrupted')
      .addOption(integerOption('--port <n>', 'port on 127.0.0.1 (default: any that is free)', { min: 0, max: 65_535 }))
      .option('--runs <dir>', `folder of runs (default: ${DEFAULT_RUNS})`)
      .option('--at <view>', 'view to begin with, as /runs')
      .option('--no-open', 'print the address and open no browser')
      .addHelpText('after', '\nSee docs/desktop-shells.md.'),
    async () => (await import('./commands/serve.js')).serve,
  );
}
