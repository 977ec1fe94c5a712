import prom from 'prom-client';
import type { DaemonReport, MemberReport } from './snapshot.js';

/** A metric: how it is called, what it means, and its values now. */
export interface MetricDefinition {
  readonly name: string;
  readonly type: 'counter' | 'gauge';
  readonly help: string;
  readonly values: (
    report: DaemonReport,
  ) => readonly { readonly labels?: Record<string, string>; readonly value: number }[];
}

const one = (value: number) => [{ value }];
const perBoard =
  (value: (board: MemberReport) => number) =>
  ({ boards }: DaemonReport) =>
    boards.map((board) => ({ labels: { board: board.serial ?? board.uri }, value: value(board) }));

/** States as labels: 1 for the one that holds. */
const STATES = ['waiting', 'open', 'alarm', 'stopping', 'failed'] as const;

/** Every metric; docs/entropyd.md lists them. */
export const METRICS: readonly MetricDefinition[] = [
  {
    name: 'state',
    type: 'gauge',
    help: '1 for the state that holds: waiting, open, alarm, stopping, failed',
    values: ({ state }) => STATES.map((name) => ({ labels: { state: name }, value: Number(name === state) })),
  },
  {
    name: 'not_entropy',
    type: 'gauge',
    help: '1 if the bytes must not be used as entropy: a board that is not real is or was in the pool',
    values: ({ notEntropy }) => one(Number(notEntropy)),
  },
  { name: 'uptime_seconds', type: 'gauge', help: 'Time since the start', values: ({ uptimeS }) => one(uptimeS) },
  {
    name: 'boards_open',
    type: 'gauge',
    help: 'Boards that give bytes',
    values: ({ boards }) => one(boards.filter(({ state }) => state === 'open').length),
  },
  { name: 'boards', type: 'gauge', help: 'Boards in the pool', values: ({ boards }) => one(boards.length) },
  {
    name: 'alarms_total',
    type: 'counter',
    help: 'Times that the pool closed for an alarm',
    values: ({ alarms }) => one(alarms),
  },
  { name: 'clients', type: 'gauge', help: 'Clients now', values: ({ clients }) => one(clients) },
  {
    name: 'clients_waiting',
    type: 'gauge',
    help: 'Connections that wait for a place',
    values: ({ waiting }) => one(waiting),
  },
  { name: 'clients_total', type: 'counter', help: 'Clients so far', values: ({ served }) => one(served.connected) },
  {
    name: 'clients_refused_total',
    type: 'counter',
    help: 'Connections that ended at once: no place, or closed for an alarm',
    values: ({ served }) => one(served.refused),
  },
  {
    name: 'clients_dropped_total',
    type: 'counter',
    help: 'Clients that lost their place because they did not read',
    values: ({ served }) => one(served.dropped),
  },
  {
    name: 'served_bytes_total',
    type: 'counter',
    help: 'Bytes given to clients',
    values: ({ served }) => one(served.bytes),
  },
  {
    name: 'kernel_mixed_bytes_total',
    type: 'counter',
    help: 'Bytes mixed into the kernel’s pool',
    values: ({ kernel }) => one(kernel?.bytes ?? 0),
  },
  {
    name: 'kernel_credited_bits_total',
    type: 'counter',
    help: 'Entropy credited to the kernel’s pool, bit',
    values: ({ kernel }) => one(kernel?.creditedBits ?? 0),
  },
  {
    name: 'kernel_failures_total',
    type: 'counter',
    help: 'Times that the kernel took no bytes',
    values: ({ kernel }) => one(kernel?.failures ?? 0),
  },
  {
    name: 'board_open',
    type: 'gauge',
    help: '1 if the board gives bytes',
    values: perBoard(({ state }) => Number(state === 'open')),
  },
  {
    name: 'board_buffered_bytes',
    type: 'gauge',
    help: 'Output held ready',
    values: perBoard(({ bufferedBytes }) => bufferedBytes),
  },
  {
    name: 'board_sessions_total',
    type: 'counter',
    help: 'Times that the board was opened',
    values: perBoard(({ sessions }) => sessions),
  },
  {
    name: 'board_raw_bits_total',
    type: 'counter',
    help: 'Raw bits read',
    values: perBoard(({ counters }) => counters.rawBits),
  },
  {
    name: 'board_credited_bits_total',
    type: 'counter',
    help: 'Assessed entropy of the raw bits that were used, bit; 0 for a board that is not real',
    values: perBoard(({ counters }) => counters.creditedBits),
  },
  {
    name: 'board_output_bytes_total',
    type: 'counter',
    help: 'Bytes that its tap let out',
    values: perBoard(({ counters }) => counters.outputBytes),
  },
  {
    name: 'board_startup_tests_total',
    type: 'counter',
    help: 'Start-up tests that were begun',
    values: perBoard(({ counters }) => counters.startups),
  },
  {
    name: 'board_intermittent_failures_total',
    type: 'counter',
    help: 'Health tests that failed and were followed by another start-up test',
    values: perBoard(({ counters }) => counters.intermittent),
  },
  {
    name: 'board_permanent_failures_total',
    type: 'counter',
    help: 'Health tests that failed for good',
    values: perBoard(({ counters }) => counters.permanent),
  },
  {
    name: 'board_lost_blocks_total',
    type: 'counter',
    help: 'Blocks lost on the way',
    values: perBoard(({ counters }) => counters.lostBlocks),
  },
];

/** What every metric begins with. */
export const METRIC_PREFIX = 'spindrift_entropyd_';

/** A registry that reads a report whenever it is asked. */
export function metricsRegistry(report: () => DaemonReport): prom.Registry {
  const registry = new prom.Registry();
  for (const { name, type, help, values } of METRICS) {
    const labels = Object.keys(values(PROBE)[0]?.labels ?? {});
    const configuration = { name: METRIC_PREFIX + name, help, labelNames: labels, registers: [registry] };
    if (type === 'gauge')
      new prom.Gauge({
        ...configuration,
        collect() {
          this.reset();
          for (const { labels: of = {}, value } of values(report())) this.set(of, value);
        },
      });
    else
      new prom.Counter({
        ...configuration,
        collect() {
          this.reset();
          for (const { labels: of = {}, value } of values(report())) this.inc(of, value);
        },
      });
  }
  return registry;
}

/** Tells which labels a metric has. */
const PROBE = {
  boards: [{ uri: '', serial: '', counters: {} }],
  served: {},
  kernel: {},
} as unknown as DaemonReport;
