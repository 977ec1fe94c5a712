/** Status codes of the wire as errors of the product. */
import {
  BoardBusyError,
  BoardTimeoutError,
  DataLossError,
  HardwareError,
  HealthError,
  InterlockError,
  LimitError,
  ProtocolError,
  StaleConfigError,
  StateError,
  UnsupportedError,
  abortError,
  type SpindriftErrorOptions,
} from '../../../base/index.js';
import { spindrift, type Reply } from '../../../proto/index.js';

const { Status } = spindrift.v1;

/** The part of a final reply that says how a call ended. */
export type Outcome = Pick<Reply, 'status' | 'detail' | 'retryAfterMs'>;

type ErrorClass = new (message: string, options?: SpindriftErrorOptions) => Error;

interface Translation {
  readonly make: ErrorClass;
  readonly what: string;
  readonly nextStep?: string;
}

const TRANSLATIONS: Readonly<Record<number, Translation>> = {
  [Status.STATUS_DEADLINE_EXCEEDED]: {
    make: BoardTimeoutError,
    what: 'did not finish in time on the board',
    nextStep: 'allow more time, or ask for less at once',
  },
  [Status.STATUS_INVALID_ARGUMENT]: { make: ProtocolError, what: 'was refused as malformed or contradictory' },
  [Status.STATUS_OUT_OF_RANGE]: {
    make: LimitError,
    what: 'is beyond a limit of the board',
    nextStep: 'read the limits of the board and stay within them',
  },
  [Status.STATUS_NOT_IMPLEMENTED]: {
    make: UnsupportedError,
    what: 'is not served by this board',
    nextStep: 'check the features of the board, or use one that has it',
  },
  [Status.STATUS_BUSY]: {
    make: BoardBusyError,
    what: 'must wait: the board is busy with another call',
    nextStep: 'retry when the other call has ended',
  },
  [Status.STATUS_FAILED_PRECONDITION]: {
    make: StateError,
    what: 'is not possible in the present state of the board',
    nextStep: 'check the state of the board: it may have to be armed, or a fault cleared',
  },
  [Status.STATUS_RESOURCE_EXHAUSTED]: {
    make: BoardBusyError,
    what: 'found the board out of streams, memory or queue places',
    nextStep: 'close streams that are no longer needed, then retry',
  },
  [Status.STATUS_DATA_LOSS]: {
    make: DataLossError,
    what: 'lost data that must not be lost',
    nextStep: 'repeat the measurement',
  },
  [Status.STATUS_HARDWARE_FAULT]: {
    make: HardwareError,
    what: 'failed: a part of the board does not work',
    nextStep: 'run the self test',
  },
  [Status.STATUS_INTERLOCK]: {
    make: InterlockError,
    what: 'is blocked by an interlock',
    nextStep: 'look at the board (lid, temperature, current), then clear the fault',
  },
  [Status.STATUS_DECODE]: {
    make: ProtocolError,
    what: 'could not be decoded by the board',
    nextStep: 'check that program and firmware belong together',
  },
  [Status.STATUS_STALE_CONFIG]: {
    make: StaleConfigError,
    what: 'was made for settings that are no longer in force',
    nextStep: 'read the configuration again, then retry',
  },
  [Status.STATUS_UNHEALTHY]: {
    make: HealthError,
    what: 'was stopped by a health test of the bit source',
    nextStep: 'do not use bits of this source; look at its bias and temperature',
  },
};

/**
 * The error for a final reply whose status is not OK. CANCELLED gives an AbortError; UNSPECIFIED and codes of the future a ProtocolError.
 * `details` of the others are `{ verb, status, detail, retryAfterMs? }`.
 */
export function errorFromOutcome(verb: string, outcome: Outcome): Error {
  const said = outcome.detail ? `: ${outcome.detail}` : '';
  if (outcome.status === Status.STATUS_CANCELLED) return abortError(`${verb} was cancelled by the board${said}`);
  const name = (Status[outcome.status] as string | undefined)?.replace('STATUS_', '') ?? String(outcome.status);
  const details = {
    verb,
    status: name,
    detail: outcome.detail,
    ...(outcome.retryAfterMs ? { retryAfterMs: outcome.retryAfterMs } : {}),
  };
  const known = TRANSLATIONS[outcome.status];
  if (!known) {
    return new ProtocolError(`${verb} ended with the status ${name}, which this program does not know${said}`, {
      details,
      nextStep: 'check that program and firmware belong together',
    });
  }
  return new known.make(`${verb} ${known.what}${said}`, {
    details,
    ...(known.nextStep ? { nextStep: known.nextStep } : {}),
  });
}
