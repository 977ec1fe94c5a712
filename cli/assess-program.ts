import type { Command } from 'commander';
import type { Bind } from './program.js';

/** `spindrift assess …`: what a file of bits or samples is worth; no board takes part. */
export function addAssessCommands(program: Command, _bind: Bind): void {
  program
    .command('assess')
    .description('statistical tests and estimators over a file of bits or samples: no board takes part')
    .helpOption('-h, --help', 'show help')
    .helpCommand(false)
    .usage('COMMAND');
}
