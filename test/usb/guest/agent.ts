/** Runs as root in the guest: opens a session for each test file that the rig tells of. When the rig is gone, so is the guest. */
import { chownSync, mkdirSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { onJson, sendJson } from '../json-lines.js';
import type { Greeting, SessionCall } from '../messages.js';
import { HOME } from './processes.js';
import { serveSession } from './session.js';
import { HOST_ADDRESS } from './vhci.js';

/** The kernel's command line says where the rig is: it is how the guest knows that it is one. */
function parameter(name: string): string {
  const value = new RegExp(`(?:^|\\s)rig\\.${name}=(\\S+)`).exec(readFileSync('/proc/cmdline', 'latin1'))?.[1];
  if (value === undefined) throw new Error(`no rig.${name} on the kernel's command line: this is no guest of the rig`);
  return value;
}

const token = parameter('token');
mkdirSync(HOME, { recursive: true });
chownSync(HOME, 65534, 65534);
const rig = connect({ host: HOST_ADDRESS, port: Number(parameter('port')), noDelay: true });
rig.on('connect', () => sendJson(rig, { who: 'agent', token } satisfies Greeting));
onJson(rig, (call) => {
  const { port } = call as SessionCall;
  const socket = connect({ host: HOST_ADDRESS, port, noDelay: true });
  serveSession(socket);
});
rig.on('error', () => undefined);
rig.on('close', () => process.exit(0));
