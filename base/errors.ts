/**
 * The error tree of device, file and data trouble.
 *
 * A wrong argument is not in here: it is a `TypeError` or a `RangeError` (see `check.ts`). Everything below carries a stable `code`,
 * a message that says what happened, and where one is known the next step that a person can take.
 */

/** What every error of the tree takes besides its message. */
export interface SpindriftErrorOptions {
  /** Stable machine-readable code; each class has a default. */
  readonly code?: string;
  /** What a person can do about it, as a sentence. */
  readonly nextStep?: string;
  /** Facts for a log or a "copy details" button; plain JSON values. */
  readonly details?: Record<string, unknown>;
  /** The error underneath. */
  readonly cause?: unknown;
}

/** Root of the tree. `message` says what happened; `nextStep` what to do. */
export class SpindriftError extends Error {
  readonly code: string;
  // Declared only: an error without a next step has no such key.
  declare readonly nextStep?: string;
  declare readonly details?: Record<string, unknown>;

  constructor(message: string, options: SpindriftErrorOptions = {}, defaultCode = 'SPINDRIFT') {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = new.target.name;
    this.code = options.code ?? defaultCode;
    if (options.nextStep !== undefined) this.nextStep = options.nextStep;
    if (options.details !== undefined) this.details = options.details;
  }

  /** The error as one plain object, for `--json` output and for run folders. */
  toJSON(): { name: string; code: string; message: string; nextStep?: string; details?: Record<string, unknown> } {
    return {
      name: this.name,
      code: this.code,
      message: this.message,
      ...(this.nextStep === undefined ? {} : { nextStep: this.nextStep }),
      ...(this.details === undefined ? {} : { details: this.details }),
    };
  }
}

/** Trouble with a board or with the way to it. */
export class DeviceError extends SpindriftError {
  constructor(message: string, options: SpindriftErrorOptions = {}, defaultCode = 'DEVICE') {
    super(message, options, defaultCode);
  }
}

/** No board answers at that address. */
export class BoardNotFoundError extends DeviceError {
  constructor(message: string, options: SpindriftErrorOptions = {}) {
    super(message, options, 'BOARD_NOT_FOUND');
  }
}

/** The board is there and this system does not let us use it: permissions, a driver. */
export class BoardAccessError extends DeviceError {
  constructor(message: string, options: SpindriftErrorOptions = {}) {
    super(message, options, 'BOARD_ACCESS');
  }
}

/** The board is there and somebody else holds it. */
export class BoardBusyError extends DeviceError {
  constructor(message: string, options: SpindriftErrorOptions = {}) {
    super(message, options, 'BOARD_BUSY');
  }
}

/** The board was there and went away: unplugged, closed, rebooted. */
export class BoardLostError extends DeviceError {
  constructor(message: string, options: SpindriftErrorOptions = {}) {
    super(message, options, 'BOARD_LOST');
  }
}

/** The board did not answer in time. */
export class BoardTimeoutError extends DeviceError {
  constructor(message: string, options: SpindriftErrorOptions = {}) {
    super(message, options, 'BOARD_TIMEOUT');
  }
}

/** What came over the wire breaks the protocol. */
export class ProtocolError extends DeviceError {
  constructor(message: string, options: SpindriftErrorOptions = {}) {
    super(message, options, 'PROTOCOL');
  }
}

/** The board refused a request or reports a fault of its own. */
export class FirmwareError extends DeviceError {
  constructor(message: string, options: SpindriftErrorOptions = {}, defaultCode = 'FIRMWARE') {
    super(message, options, defaultCode);
  }
}

/** A request lies outside the limits that the board enforces. */
export class LimitError extends FirmwareError {
  constructor(message: string, options: SpindriftErrorOptions = {}) {
    super(message, options, 'LIMIT');
  }
}

/** The board does not serve this verb, or this program cannot reach this kind of board. */
export class UnsupportedError extends FirmwareError {
  constructor(message: string, options: SpindriftErrorOptions = {}) {
    super(message, options, 'NOT_IMPLEMENTED');
  }
}

/** The board is in a state in which the request makes no sense (not armed, latched fault, …). */
export class StateError extends FirmwareError {
  constructor(message: string, options: SpindriftErrorOptions = {}) {
    super(message, options, 'STATE');
  }
}

/** The request was made against drive settings that have changed since. */
export class StaleConfigError extends FirmwareError {
  constructor(message: string, options: SpindriftErrorOptions = {}) {
    super(message, options, 'STALE_CONFIG');
  }
}

/** A part of the board does not answer or answers nonsense. */
export class HardwareError extends FirmwareError {
  constructor(message: string, options: SpindriftErrorOptions = {}) {
    super(message, options, 'HARDWARE');
  }
}

/** The interlock loop is open. */
export class InterlockError extends FirmwareError {
  constructor(message: string, options: SpindriftErrorOptions = {}) {
    super(message, options, 'INTERLOCK');
  }
}

/** Data was lost on the way: dropped blocks, overflow, a gap. */
export class DataLossError extends FirmwareError {
  constructor(message: string, options: SpindriftErrorOptions = {}) {
    super(message, options, 'DATA_LOSS');
  }
}

/** A health test of the noise source failed. */
export class HealthError extends FirmwareError {
  constructor(message: string, options: SpindriftErrorOptions = {}) {
    super(message, options, 'HEALTH');
  }
}

/** An input or output file or folder cannot be read or written. */
export class FileError extends SpindriftError {
  constructor(message: string, options: SpindriftErrorOptions = {}) {
    super(message, options, 'FILE');
  }
}

/** A file could be read and what it holds is corrupt or has the wrong shape. */
export class DataError extends SpindriftError {
  constructor(message: string, options: SpindriftErrorOptions = {}) {
    super(message, options, 'DATA');
  }
}

/** A command was used wrongly. */
export class UsageError extends SpindriftError {
  constructor(message: string, options: SpindriftErrorOptions = {}) {
    super(message, options, 'USAGE');
  }
}

// The names are part of what users see and of `--json`: a page's bundler shortens those of classes, and not those of keys.
const classes = {
  SpindriftError,
  DeviceError,
  BoardNotFoundError,
  BoardAccessError,
  BoardBusyError,
  BoardLostError,
  BoardTimeoutError,
  ProtocolError,
  FirmwareError,
  LimitError,
  UnsupportedError,
  StateError,
  StaleConfigError,
  HardwareError,
  InterlockError,
  DataLossError,
  HealthError,
  FileError,
  DataError,
  UsageError,
};
for (const [name, type] of Object.entries(classes)) Object.defineProperty(type, 'name', { value: name });

/**
 * The error that an aborted operation rejects with: `name` is `AbortError`, as for every platform API.
 *
 * @param reason an `AbortSignal`'s reason; returned as it is when it is an AbortError already, else kept as `cause`.
 */
export function abortError(reason?: unknown): Error {
  if (reason instanceof Error && reason.name === 'AbortError') return reason;
  const error = new Error(
    typeof reason === 'string' ? `the operation was aborted: ${reason}` : 'the operation was aborted',
    { cause: reason },
  );
  error.name = 'AbortError';
  return error;
}

/** Whether an error says that somebody asked the operation to stop. */
export function isAbortError(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}
