import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { CLI } from '../spindrift-command.js';

/** A line of the daemon's log. */
export type LogLine = Record<string, unknown> & { readonly level: string; readonly msg: string };

/** A daemon as a process of its own. */
export interface EntropydProcess {
  readonly child: ChildProcess;
  readonly pid: number;
  readonly stdout: () => string;
  readonly stderr: () => string;
  readonly lines: () => LogLine[];
  /** Its end: exit code, or the signal that killed it. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
  /** Resolves once it listens; rejects if it ends before. */
  readonly listening: Promise<void>;
  /** Sends a signal, and waits for the end. */
  stop(signal?: NodeJS.Signals): Promise<number | NodeJS.Signals | null>;
  /** Open files and resident memory, KiB. */
  usage(): { readonly files: number; readonly residentKib: number };
}

/** Starts `spindrift entropyd` with `--json`; nothing goes to the kernel unless the flags say so. */
export function startEntropyd(
  flags: readonly string[],
  options: {
    readonly command?: readonly [string, ...string[]];
    readonly stderr?: number;
    readonly cwd?: string;
  } = {},
): EntropydProcess {
  const [program, ...before] = options.command ?? [process.execPath, CLI];
  const stdio: StdioOptions = ['ignore', 'pipe', options.stderr ?? 'pipe'];
  const child = spawn(program, [...before, 'entropyd', '--no-kernel', '--json', ...flags], {
    stdio,
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
  });
  let [stdout, stderr] = ['', ''];
  let onOutput: () => void = () => undefined;
  child.stdout?.on('data', (piece: Buffer) => {
    stdout += piece.toString();
    onOutput();
  });
  child.stderr?.on('data', (piece: Buffer) => (stderr += piece.toString()));
  const ended = new Promise<number | NodeJS.Signals | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(code ?? signal));
  });
  const listening = new Promise<void>((resolve, reject) => {
    onOutput = () => stdout.endsWith('}\n') && resolve();
    ended.then(() => reject(new Error(`it ended: ${stderr}`)), reject);
  });
  listening.catch(() => undefined);
  return {
    child,
    get pid() {
      return child.pid ?? 0;
    },
    stdout: () => stdout,
    stderr: () => stderr,
    lines: () =>
      stderr
        .split('\n')
        .filter((line) => line.startsWith('{'))
        .map((line) => JSON.parse(line) as LogLine),
    ended,
    listening,
    stop: (signal = 'SIGTERM') => {
      child.kill(signal);
      return ended;
    },
    usage: () => {
      const folder = `/proc/${child.pid ?? 0}`;
      const resident = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`${folder}/status`, 'utf8'))?.[1];
      return { files: readdirSync(`${folder}/fd`).length, residentKib: Number(resident) };
    },
  };
}

/** An assessment that spares the daemon its own, and a start of seconds. */
export function writeAssessment(folder: string): string {
  const path = join(folder, 'assessment.json');
  writeFileSync(path, JSON.stringify({ samples: 1_000_000, bitsPerSample: 1, minEntropy: 0.8, notEntropy: true }));
  return path;
}

/** Connects and reads all there is. */
export function drain(path: string): {
  readonly bytes: () => Buffer;
  readonly length: () => number;
  readonly ended: Promise<void>;
  leave(): void;
} {
  const pieces: Buffer[] = [];
  let length = 0;
  const socket = connect({ path });
  socket.on('data', (piece: Buffer) => {
    pieces.push(piece);
    length += piece.length;
  });
  socket.on('error', () => undefined);
  return {
    bytes: () => Buffer.concat(pieces),
    length: () => length,
    ended: new Promise((resolve) => socket.once('close', () => resolve())),
    leave: () => void socket.destroy(),
  };
}

/** Resolves once it is so. */
export async function until(ready: () => boolean): Promise<void> {
  while (!ready()) await new Promise((resolve) => setTimeout(resolve, 5));
}
