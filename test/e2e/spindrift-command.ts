import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The compiled command. */
export const CLI = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

/** How a command ended. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  /** Standard output as it is. */
  readonly bytes: Buffer;
  readonly stderr: string;
}

/** Options of {@link spindrift}. */
export interface SpindriftOptions {
  readonly cwd?: string;
  /** Flags of Node itself. */
  readonly node?: readonly string[];
  /** Sees standard error as it grows, and may send signals. */
  readonly react?: (stderr: string, kill: (signal: NodeJS.Signals) => boolean) => void;
}

/** Runs the compiled command to its end. */
export function spindrift(args: readonly string[], options: SpindriftOptions = {}): Promise<Ended> {
  const { cwd, node = [], react } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...node, CLI, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(cwd === undefined ? {} : { cwd }),
    });
    const pieces: Buffer[] = [];
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => pieces.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString();
      react?.(stderr, (signal) => child.kill(signal));
    });
    child.on('error', reject);
    child.on('close', (code) => {
      const bytes = Buffer.concat(pieces);
      resolve({ code, stdout: bytes.toString(), bytes, stderr });
    });
  });
}
