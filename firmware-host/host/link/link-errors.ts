/** Errors of the link itself: what happened to the way to the board, and what to do. */
import { BoardLostError, LimitError, ProtocolError } from '../../../base/index.js';

const TOGETHER = 'check that program and firmware belong together';

/** What arrives is not the protocol. */
export function notTheProtocol(name: string, reason: string): ProtocolError {
  return new ProtocolError(`${name}: what arrives is not the board's protocol: ${reason}`, {
    nextStep: 'check the cable and that a board is at the other end',
  });
}

/** A control message does not decode. */
export function undecodable(name: string, cause: unknown): ProtocolError {
  return new ProtocolError(`${name}: a message of the board cannot be decoded`, { cause, nextStep: TOGETHER });
}

/** What a board says of itself cannot be. */
export function impossibleSize(rows: number, cols: number, most: number): ProtocolError {
  return new ProtocolError(
    `the board says that its array has ${rows} by ${cols} cells; 1 to ${most} each are possible`,
    {
      details: { rows, cols },
      nextStep: TOGETHER,
    },
  );
}

/** A final frame lacks its body. */
export function bodyMissing(verb: string, expected: string, got: string | undefined): ProtocolError {
  return new ProtocolError(`${verb}: the board answered OK without ${expected} (body: ${got ?? 'none'})`, {
    details: { verb },
    nextStep: TOGETHER,
  });
}

/** A request is longer than the board takes. */
export function requestTooLong(verb: string, bytes: number, most: number): LimitError {
  return new LimitError(`${verb}: the request has ${bytes} bytes; this board takes ${most}`, {
    nextStep: 'ask for less at once',
  });
}

/** The board's end closed. */
export function closedByBoard(name: string): BoardLostError {
  return new BoardLostError(`${name}: the board closed the link`, { nextStep: 'check the board and open it again' });
}

/** Our end was closed while calls were open, or a call came after. */
export function closedByUs(name: string): BoardLostError {
  return new BoardLostError(`${name}: the link was closed`, { nextStep: 'open the board again' });
}

/** No sign of life. */
export function silent(name: string, seconds: number): BoardLostError {
  return new BoardLostError(`${name}: the board has been silent for ${seconds} s`, {
    nextStep: 'check power and cable, then open the board again',
  });
}

/** Another boot id. */
export function restarted(name: string, before: number, now: number): BoardLostError {
  return new BoardLostError(`${name}: the board restarted (boot id ${before} became ${now})`, {
    nextStep: 'open the board again; its settings and programmed tiles are gone',
    details: { bootIdBefore: before, bootIdNow: now },
  });
}
