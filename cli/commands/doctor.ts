import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UDEV_RULE } from '../../firmware-host/host/transport/usb/udev-rule.js';
import { packageRoot } from '../../lab/diffusion/models/locations.js';
import type { CommandAction, CommandContext } from '../context.js';
import type { Check } from '../../lab/doctor/check.js';
import { SystemMachine, type Machine } from '../../lab/doctor/machine.js';
import { runChecks } from '../../lab/doctor/run-checks.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { table } from '../table.js';

/** The flags of `spindrift doctor`. */
export interface DoctorFlags {
  readonly udevRule?: boolean;
}

/** `spindrift doctor`: looks for what keeps boards and program from working, each finding with its remedy. */
export const doctor: CommandAction<DoctorFlags> = (context, flags) => doctorOf(new SystemMachine(), context, flags);

/** {@link doctor} of a given machine. */
export async function doctorOf(machine: Machine, { out }: CommandContext, flags: DoctorFlags): Promise<ExitCode> {
  if (flags.udevRule === true) {
    out.text(UDEV_RULE);
    return EXIT.done;
  }
  const root = packageRoot();
  const { engines } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { engines: { node: string } };
  const checks = await runChecks(machine, {
    engines: engines.node,
    folder: process.cwd(),
    packageFolders: [process.cwd(), root],
  });
  const blocked = checks.filter(({ blocks }) => blocks);
  out.result({ ok: blocked.length === 0, platform: machine.platform, checks }, () => describe(checks));
  return blocked.length === 0 ? EXIT.done : EXIT.data;
}

function describe(checks: readonly Check[]): string {
  const rows = checks.flatMap(({ id, detail, remedy, ...check }) => [
    [markOf(check), id, detail],
    ...(remedy === null ? [] : [['', '', `→ ${remedy}`]]),
  ]);
  const blocked = checks.filter(({ blocks }) => blocks).length;
  const noted = checks.filter(({ ok }) => !ok).length - blocked;
  return [
    table([], rows),
    '',
    blocked === 0
      ? `Nothing keeps the program or an attached board from working${noted === 0 ? '' : `; ${noted} ${noted === 1 ? 'thing' : 'things'} to know`}.`
      : `${blocked} ${blocked === 1 ? 'thing keeps' : 'things keep'} the program or an attached board from working.`,
  ].join('\n');
}

function markOf({ ok, blocks }: Pick<Check, 'ok' | 'blocks'>): string {
  return ok ? 'ok' : blocks ? 'FAIL' : 'note';
}
