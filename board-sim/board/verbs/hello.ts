import { MIN_PEER_MINOR, PROTOCOL_MAJOR, PROTOCOL_MINOR, SCHEMA_HASH, spindrift } from '../../../proto/index.js';
import { type BoardCore } from '../board-core.js';
import { FEATURES, identityOf } from '../identity.js';
import { SESSION_LIMITS } from '../limits.js';
import { verb } from './verb.js';

const { Severity, Status } = spindrift.v1;

/** Opens a session; one that is open already is reset: every call ends CANCELLED and the array goes safe. */
export const hello = verb('hello', (core, call, message) => {
  core.session?.cancelCalls(call);
  core.safety.makeSafe();
  core.port.lamp.start();
  core.log.level = Severity.SEVERITY_WARNING;
  const fits = message.protocolMajor === PROTOCOL_MAJOR && message.minPeerMinor <= PROTOCOL_MINOR;
  core.greeted = fits;
  if (!fits) {
    call.refuse(
      Status.STATUS_FAILED_PRECONDITION,
      `this board speaks protocol ${PROTOCOL_MAJOR}.${PROTOCOL_MINOR}, the host asks for ${message.protocolMajor}.${message.minPeerMinor}+`,
    );
    return;
  }
  core.hostSilenceMs = message.hostSilenceMs;
  core.session?.begin(message.hostSilenceMs / 1000);
  call.finish({ body: 'helloReply', helloReply: helloReply(core, message.nonce, message.hostSilenceMs) });
});

function helloReply(core: BoardCore, nonce: number, hostSilenceMs: number): spindrift.v1.HelloReply.$Shape {
  return {
    nonce,
    protocolMajor: PROTOCOL_MAJOR,
    protocolMinor: PROTOCOL_MINOR,
    minPeerMinor: MIN_PEER_MINOR,
    bootId: core.bootId,
    schemaHash: SCHEMA_HASH,
    identity: identityOf(core.scenario, core.seed, core.geometry),
    features: [...FEATURES],
    limits: { ...SESSION_LIMITS },
    calibrationHash: core.calibrationHash,
    configHash: core.configHash,
    hostSilenceMs,
  };
}
