import { spindrift } from '../../proto/index.js';

type Status = spindrift.v1.Status;
const { Status } = spindrift.v1;

/** Longest `detail` of an answer, bytes. */
const DETAIL_BYTES = 95;

/** A request that the board does not grant: thrown by verbs, answered with its status, nothing done. */
export class Refusal extends Error {
  readonly status: Status;
  readonly retryAfterMs: number;

  constructor(status: Status, detail: string, retryAfterMs = 0) {
    super(detail);
    this.name = 'Refusal';
    this.status = status;
    this.retryAfterMs = retryAfterMs;
  }
}

/** Cut to what the wire carries, never inside a character. */
export function cutDetail(detail: string): string {
  const bytes = new TextEncoder().encode(detail);
  if (bytes.length <= DETAIL_BYTES) return detail;
  return new TextDecoder().decode(bytes.subarray(0, DETAIL_BYTES)).replace(/\uFFFD+$/, '');
}

/** A value beyond a limit: refused, never clipped; the detail names field, value and limit. */
export function outOfRange(field: string, value: number, limit: string): Refusal {
  return new Refusal(Status.STATUS_OUT_OF_RANGE, `${field} = ${value}: ${limit}`);
}

/** A request that contradicts itself or the schema. */
export function invalid(detail: string): Refusal {
  return new Refusal(Status.STATUS_INVALID_ARGUMENT, detail);
}

/** A request that makes no sense in the present state. */
export function wrongState(detail: string): Refusal {
  return new Refusal(Status.STATUS_FAILED_PRECONDITION, detail);
}

/** Checks a whole number of the wire. @throws Refusal OUT_OF_RANGE */
export function checkField(field: string, value: number, min: number, max: number): number {
  if (value < min || value > max) throw outOfRange(field, value, `allowed is ${min} to ${max}`);
  return value;
}
