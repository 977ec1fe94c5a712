/** Runs as root in the guest: opens a session for each test file that the rig tells of. When the rig is gone, so is the guest. */
import { chownSync, mkdirSync } from 'node:fs';
import { connect } from 'node:net';
import { onJson, sendJson } from '../json-lines.js';
import type { Greeting, SessionCall } from '../messages.js';
import { HOME } from './processes.js';
import { rigParameter, rigToken } from './rig-token.js';
import { serveSession } from './session.js';
import { HOST_ADDRESS } from './vhci.js';

const token = rigToken();
mkdirSync(HOME, { recursive: true });
chownSync(HOME, 65534, 65534);
const rig = connect({ host: HOST_ADDRESS, port: Number(rigParameter('port')), noDelay: true });
rig.on('connect', () => sendJson(rig, { who: 'agent', token } satisfies Greeting));
onJson(rig, (call) => {
  const { port } = call as SessionCall;
  const socket = connect({ host: HOST_ADDRESS, port, noDelay: true });
  serveSession(socket);
});
rig.on('error', () => undefined);
rig.on('close', () => process.exit(0));
