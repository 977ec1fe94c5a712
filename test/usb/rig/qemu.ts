/** The machine: emulated all the way, because KVM may be there and hang (nested virtualisation). */
import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { cache } from './root.js';

export interface Machine {
  /** Where the console goes. */
  readonly log: string;
  /** Resolves when the machine is off. */
  readonly off: Promise<void>;
  kill(): void;
}

export interface MachineOptions {
  readonly kernelFolder: string;
  readonly initrd: string;
  /** Where a file may be written that only we can read. */
  readonly config: string;
  /** Words of the kernel's command line. */
  readonly parameters: readonly string[];
  /** After this the machine is killed, also when nobody is left who would do it. */
  readonly limitS: number;
  /** Which of several machines. */
  readonly number: number;
}

/** Starts the machine. */
export function startMachine(options: MachineOptions): Machine {
  const boot = join(options.kernelFolder, 'boot');
  const kernel = readdirSync(boot).find((name) => name.startsWith('vmlinuz-'));
  if (kernel === undefined) throw new Error(`no kernel in ${boot}`);
  mkdirSync(cache, { recursive: true });
  // Not among the arguments, which every user of this computer can list: who has the token commands a machine that reads our disk.
  const commandLine = ['console=ttyS0', 'quiet', 'panic=-1', 'mitigations=off', ...options.parameters].join(' ');
  writeFileSync(options.config, `[machine]\n  append = "${commandLine}"\n`, { mode: 0o600 });
  const log = join(cache, `console-${options.number}.log`);
  const console = openSync(log, 'w');
  const args = [
    // An old processor: programs that find wide vectors use them, and they cost the emulation more than they save (a fifth for Node).
    ...['-M', 'q35,accel=tcg', '-cpu', 'Nehalem', '-smp', '1', '-m', '1024'],
    ...['-nodefaults', '-nographic', '-serial', 'stdio', '-no-reboot'],
    ...['-kernel', join(boot, kernel), '-initrd', options.initrd, '-readconfig', options.config],
    ...['-virtfs', 'local,path=/,mount_tag=host,security_model=none,readonly=on,multidevs=remap'],
    ...['-netdev', 'user,id=net', '-device', 'virtio-net-pci,netdev=net,romfile='],
  ];
  const child = spawn('timeout', ['-k', '5', String(options.limitS), 'qemu-system-x86_64', ...args], {
    stdio: ['ignore', console, console],
  });
  closeSync(console);
  const off = new Promise<void>((resolve) => {
    child.once('close', () => resolve());
    child.once('error', () => resolve());
  });
  return { log, off, kill: () => void child.kill('SIGTERM') };
}

/** What the console said, readable. */
export const consoleText = (log: string): string => stripVTControlCharacters(readFileSync(log, 'latin1')).trim();
