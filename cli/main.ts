#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { runCli } from './run-cli.js';

// dist/cli/main.js lies two folders below package.json.
const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

// A reader that closes early (`spindrift runs | head`) is no failure. A command that listens itself first leaves its board safe.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (process.stdout.listenerCount('error') > 1) return;
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

// The code is set, not forced, so that everything written to a pipe arrives.
process.exitCode = await runCli(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  signals: process,
  version,
});

// Nothing should keep the process alive now. If something does (a worker of a board that hangs), it is not waited for.
setTimeout(() => process.exit(), 2000).unref();
