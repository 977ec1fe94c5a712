import type { MemberState } from '../pool/member.js';
import type { PoolState } from '../pool/pool.js';
import type { MixCounts } from '../kernel/kernel-mixer.js';
import type { ServerCounts } from '../serving/byte-server.js';
import type { SourceCounters } from '../source.js';
import { NOT_ENTROPY_MARK } from '../../entropy/bit-record.js';

/** One board as the daemon reports it. */
export interface MemberReport {
  readonly uri: string;
  readonly serial: string | null;
  readonly kind: string | null;
  readonly state: MemberState;
  readonly sessions: number;
  readonly bufferedBytes: number;
  readonly counters: SourceCounters;
  readonly error: string | null;
}

/** All that the daemon says of itself at one moment. */
export interface DaemonReport {
  readonly format: 'spindrift-entropyd';
  readonly version: 1;
  readonly pid: number;
  readonly state: PoolState | 'stopping' | 'failed';
  /** True if the bytes must not be used as entropy. */
  readonly notEntropy: boolean;
  readonly mark?: typeof NOT_ENTROPY_MARK;
  readonly output: string;
  readonly pool: { readonly mode: string; readonly members: number };
  readonly uptimeS: number;
  readonly boards: readonly MemberReport[];
  readonly clients: number;
  readonly waiting: number;
  readonly served: ServerCounts;
  readonly alarms: number;
  readonly kernel: MixCounts | null;
}

/** The mark, where it applies. */
export function marked(notEntropy: boolean): Pick<DaemonReport, 'notEntropy' | 'mark'> {
  return notEntropy ? { notEntropy, mark: NOT_ENTROPY_MARK } : { notEntropy };
}

/** The part of a report that changes with the state and not with every byte: what the status file holds. */
export function statusOf(report: DaemonReport): Record<string, unknown> {
  const { format, version, pid, state, output, pool, boards } = report;
  return {
    ...{ format, version, pid, state },
    ...marked(report.notEntropy),
    ...{ output, pool },
    boards: boards.map((board) => ({ uri: board.uri, serial: board.serial, kind: board.kind, state: board.state })),
  };
}
