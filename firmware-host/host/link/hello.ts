/** Hello: what opens a session and what it says about the board. */
import { BoardTimeoutError, ProtocolError, StateError } from '../../../base/index.js';
import {
  HOST_SILENCE_MS,
  MIN_PEER_MINOR,
  PROTOCOL_MAJOR,
  PROTOCOL_MINOR,
  spindrift,
  type ReplyMessage,
} from '../../../proto/index.js';
import type { Link } from './link.js';

/** How to say Hello. */
export interface HelloOptions {
  readonly signal?: AbortSignal | undefined;
  /** Who is asking, for the board's log; cut to what fits. */
  readonly hostName?: string | undefined;
  /** Silence of the host after which an armed board goes to the safe state, ms; 0 = never, which silicon refuses. */
  readonly hostSilenceMs?: number | undefined;
  /** Time for the answer, ms. A stand-in may have to be built first. */
  readonly deadlineMs?: number | undefined;
}

const HELLO_DEADLINE_MS = 5000;
const HOST_NAME_BYTES = 47;
/**
 * Factor on the host's timers for boards that are not silicon: their time is not ours. A busy simulated board answers late, and one that skips
 * idle time would look dead at once; neither is lost while its thread or socket lives.
 */
const STAND_IN_TIME_SCALE = 60;

/**
 * Opens (or resets) the session: all calls and streams end, the array goes safe.
 * @throws ProtocolError if the board speaks another version; BoardTimeoutError if nobody answers.
 */
export async function hello(link: Link, options: HelloOptions = {}): Promise<ReplyMessage<'helloReply'>> {
  // Never 0, which is what a field that was not sent reads as.
  const nonce = crypto.getRandomValues(new Uint32Array(1))[0]! || 1;
  const reply = await ask(link, nonce, options);
  if (
    reply.protocolMajor !== PROTOCOL_MAJOR ||
    reply.minPeerMinor > PROTOCOL_MINOR ||
    reply.protocolMinor < MIN_PEER_MINOR
  ) {
    throw new ProtocolError(
      `${link.name}: the board speaks protocol ${reply.protocolMajor}.${reply.protocolMinor}, this program ${PROTOCOL_MAJOR}.${PROTOCOL_MINOR}`,
      {
        nextStep:
          reply.protocolMajor > PROTOCOL_MAJOR || reply.minPeerMinor > PROTOCOL_MINOR
            ? 'update this program'
            : "update the board's firmware",
      },
    );
  }
  const silicon = reply.identity?.kind === spindrift.v1.BoardKind.BOARD_KIND_REAL;
  link.begin({
    bootId: reply.bootId,
    maxControlBytes: reply.limits?.maxControlBytes || 512,
    timeScale: silicon ? 1 : STAND_IN_TIME_SCALE,
  });
  return reply;
}

function ask(link: Link, nonce: number, options: HelloOptions): Promise<ReplyMessage<'helloReply'>> {
  const message = {
    protocolMajor: PROTOCOL_MAJOR,
    protocolMinor: PROTOCOL_MINOR,
    minPeerMinor: MIN_PEER_MINOR,
    nonce,
    hostSilenceMs: options.hostSilenceMs ?? HOST_SILENCE_MS,
    hostName: cut(options.hostName ?? 'spindrift', HOST_NAME_BYTES),
  };
  const deadlineMs = options.deadlineMs ?? HELLO_DEADLINE_MS;
  return new Promise((resolve, reject) => {
    link.exchange(
      'hello',
      message,
      { signal: options.signal, deadlineMs },
      {
        // A reply from before a reconnect may carry our id; only the nonce tells.
        accepts: (reply) => reply.body !== 'helloReply' || reply.helloReply.nonce === nonce,
        onEnd: (reply) => {
          if (reply.body === 'helloReply') resolve(reply.helloReply);
          else reject(new ProtocolError(`${link.name}: Hello was answered without HelloReply`));
        },
        onError: (error) => reject(translate(link, error)),
      },
    );
  });
}

function translate(link: Link, error: Error): Error {
  if (error instanceof BoardTimeoutError)
    return new BoardTimeoutError(`${link.name}: nobody answers Hello there`, {
      cause: error,
      nextStep: 'check that a board is at the other end and that no other program holds it',
    });
  if (error instanceof StateError)
    return new ProtocolError(
      `${link.name}: the board refuses protocol ${PROTOCOL_MAJOR}.${PROTOCOL_MINOR}: ${error.message}`,
      {
        cause: error,
        nextStep: 'bring program and firmware to the same major version',
      },
    );
  return error;
}

/** Cuts a text to at most `bytes` bytes of UTF-8, never inside a character. */
function cut(text: string, bytes: number): string {
  const encoded = new TextEncoder().encode(text);
  if (encoded.length <= bytes) return text;
  return new TextDecoder().decode(encoded.subarray(0, bytes)).replace(/\uFFFD+$/, '');
}
