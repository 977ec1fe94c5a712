/** What a failed USB call means to the user of a board. Words that depend on the system come from the port's own side. */
import {
  BoardAccessError,
  BoardBusyError,
  BoardLostError,
  BoardTimeoutError,
  DeviceError,
  ProtocolError,
} from '../../../../base/index.js';
import { UsbFailure } from './usb-port.js';

/** A failure while the board was being opened. */
export function openError(name: string, cause: unknown): Error {
  if (!(cause instanceof UsbFailure)) return cause instanceof Error ? cause : new Error(String(cause));
  switch (cause.kind) {
    case 'access':
      return new BoardAccessError(`${name}: this system does not let us open the board: ${cause.message}`, {
        cause,
        nextStep: 'allow your user to use the device',
      });
    case 'busy':
      return new BoardBusyError(`${name}: another program holds the board`, {
        cause,
        nextStep: 'end that program, then open the board again',
      });
    case 'gone':
      return new BoardLostError(`${name}: the board was unplugged while it was being opened`, {
        cause,
        nextStep: 'plug it in again and open it again',
      });
    case 'stall':
      return new ProtocolError(`${name}: the device refuses what every board understands: ${cause.message}`, {
        cause,
        nextStep: 'check that it is a Spindrift board, and update its firmware',
      });
    case 'timeout':
      return new BoardTimeoutError(`${name}: the board does not answer on USB`, {
        cause,
        nextStep: 'unplug it, plug it in again, and open it again',
      });
    default:
      return new DeviceError(`${name}: the board cannot be opened: ${cause.message}`, {
        code: 'USB',
        cause,
        nextStep: 'unplug it, plug it in again, and open it again',
      });
  }
}

/** A failure that ended an open link. */
export function lostError(name: string, cause: unknown): BoardLostError {
  const kind = cause instanceof UsbFailure ? cause.kind : undefined;
  const text = cause instanceof Error ? cause.message : String(cause);
  if (kind === 'gone')
    return new BoardLostError(`${name}: the board was unplugged`, {
      cause,
      nextStep: 'plug it in again and open it again',
      details: { usb: kind },
    });
  if (kind === 'stall')
    // The firmware does this when it can make nothing of what it is sent; what was queued is gone on both sides.
    return new BoardLostError(`${name}: the board halted the link`, {
      cause,
      nextStep: 'open it again, which clears the halt',
      details: { usb: kind },
    });
  return new BoardLostError(`${name}: the way to the board failed: ${text}`, {
    cause,
    nextStep: 'check the cable, then open the board again',
    details: { usb: kind ?? 'other' },
  });
}
