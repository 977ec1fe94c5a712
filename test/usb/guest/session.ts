/** A test file's time in the guest: does what the test asks, and leaves nothing behind. */
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import { dirname } from 'node:path';
import { fromBase64, onJson, sendJson, toBase64 } from '../json-lines.js';
import type { Command, Report } from '../messages.js';
import { Processes } from './processes.js';
import { attach, detach, detachAll } from './vhci.js';

/** Serves a session until its socket closes; then programs are killed and plugs pulled. */
export function serveSession(socket: Socket): void {
  const report = (message: Report): void => sendJson(socket, message);
  const processes = new Processes(report);
  const answer = (id: number, work: () => unknown): void => {
    Promise.resolve()
      .then(work)
      .then(
        (value: unknown) => report({ id, answer: value ?? null }),
        (error: unknown) => report({ id, error: String(error), code: (error as NodeJS.ErrnoException).code }),
      );
  };
  onJson(socket, (message) => {
    const command = message as Command;
    const { id } = command;
    switch (command.do) {
      case 'run':
        processes.start(command);
        break;
      case 'input':
        answer(id, () => processes.input(command.process, command.bytes, command.end === true));
        break;
      case 'kill':
        answer(id, () => processes.kill(command.process, command.signal));
        break;
      case 'attach':
        answer(id, () => attach(command.port, command.busid));
        break;
      case 'detach':
        answer(id, () => detach(command.vhciPort));
        break;
      case 'read':
        answer(id, () => toBase64(readFileSync(command.path)));
        break;
      case 'write':
        answer(id, () => {
          mkdirSync(dirname(command.path), { recursive: true });
          writeFileSync(command.path, fromBase64(command.bytes), { mode: command.mode });
        });
        break;
      case 'size':
        answer(id, () => {
          for (const path of command.paths) {
            const found = statSync(path, { throwIfNoEntry: false });
            if (found) return found.size;
          }
          return 0;
        });
        break;
      case 'remove':
        answer(id, () => rmSync(command.path, { recursive: true, force: true }));
    }
  });
  socket.on('error', () => undefined);
  socket.on('close', () => void processes.killAll().then(detachAll));
}
