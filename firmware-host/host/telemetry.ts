/** Telemetry: converting it, and waiting for the newest. */
import { ProtocolError } from '../../base/index.js';
import {
  u64ToBigInt,
  u64ToNumber,
  type Decoded,
  type Reply,
  type ReplyMessage,
  type spindrift,
} from '../../proto/index.js';
import { driveStateFromWire } from './from-wire.js';
import type { Link } from './link/link.js';
import { watch } from './link/watch.js';
import type { EventTelemetry, ModelledTelemetry, RailTelemetry, Telemetry } from './telemetry-types.js';
import { fieldFromWire, temperatureFromWire } from './units.js';

type Wire = ReplyMessage<'telemetry'>;
type EnergySum = Decoded<spindrift.v1.EnergySum.$Properties>;

/** A telemetry message in SI. */
export function telemetryFromWire(wire: Wire): Telemetry {
  const env = wire.environment;
  const health = wire.health;
  const link = wire.link;
  return {
    seq: wire.seq,
    boardTimeS: u64ToNumber(wire.boardTimeUs) / 1e6,
    state: driveStateFromWire(wire.state),
    rails: wire.rails.map(rail),
    ...(env?.arrayValid ? { arrayTemperatureK: temperatureFromWire(env.arrayMdegc) } : {}),
    dieTemperatureK: temperatureFromWire(env?.dieMdegc ?? 0),
    fieldAPerM: fieldFromWire(env?.fieldUt ?? 0),
    counters: counters(wire.counters),
    ...(wire.modelled ? { modelled: modelled(wire.modelled) } : {}),
    health: {
      ok: health?.ok ?? false,
      repetitionCountFailures: health?.repetitionCountFailures ?? 0,
      adaptiveProportionFailures: health?.adaptiveProportionFailures ?? 0,
      ...(health?.onesPpm ? { onesShare: health.onesPpm / 1e6 } : {}),
    },
    link: {
      framesIn: u64ToNumber(link?.framesIn ?? 0),
      framesOut: u64ToNumber(link?.framesOut ?? 0),
      badFrames: link?.badFrames ?? 0,
      blocksDropped: u64ToNumber(link?.blocksDropped ?? 0),
    },
  };
}

function rail(wire: Wire['rails'][number]): RailTelemetry {
  const energyCode = u64ToBigInt(wire.energyCode);
  // The LSBs divide exactly: 80 000 nJ, 4 000 nJ; the product is then rounded once.
  const energyLsbJ = wire.energyLsbNj / 1e9;
  return {
    name: wire.name,
    busV: (wire.busCode * wire.busLsbPv) / 1e12,
    currentA: (wire.currentCode * wire.currentLsbPa) / 1e12,
    powerW: (wire.powerCode * wire.powerLsbPw) / 1e12,
    energyJ: (Number(energyCode) * wire.energyLsbNj) / 1e9,
    energyLsbJ,
    energyCode,
    chargeC: (u64ToNumber(wire.chargeCode) * wire.currentLsbPa) / 1e12,
  };
}

function counters(wire: Wire['counters']): EventTelemetry {
  const read = (name: keyof EventTelemetry): number => u64ToNumber(wire?.[name] ?? 0);
  return {
    cellPulses: read('cellPulses'),
    rowPulses: read('rowPulses'),
    cellReads: read('cellReads'),
    comparatorReads: read('comparatorReads'),
    adcConversions: read('adcConversions'),
    planes: read('planes'),
    mvms: read('mvms'),
    cellWrites: read('cellWrites'),
    writeAttempts: read('writeAttempts'),
    bitsOut: read('bitsOut'),
    bytesIn: read('bytesIn'),
    bytesOut: read('bytesOut'),
    clipped: read('clipped'),
  };
}

function modelled(wire: NonNullable<Wire['modelled']>): ModelledTelemetry {
  return {
    pulseChargeJ: joules(wire.pulseCharge),
    pulseJouleJ: joules(wire.pulseJoule),
    readJ: joules(wire.read),
    mvmStaticJ: joules(wire.mvmStatic),
    writeJ: joules(wire.write),
  };
}

function joules(sum: EnergySum | null | undefined): number {
  return sum ? sum.joules + Number(u64ToBigInt(sum.attojoules)) / 1e18 : 0;
}

/** Options of a telemetry stream. */
export interface TelemetryOptions {
  /** Time between messages, ms; 20 at least. */
  readonly periodMs: number;
  readonly signal?: AbortSignal | undefined;
}

/** Least period that a board serves, ms. */
export const LEAST_TELEMETRY_PERIOD_MS = 20;

/** One message, the current one. */
export function readTelemetry(link: Link, signal?: AbortSignal): Promise<Telemetry> {
  return new Promise((resolve, reject) => {
    let newest: Telemetry | undefined;
    const take = (reply: Reply): void => {
      if (reply.body === 'telemetry') newest = telemetryFromWire(reply.telemetry);
    };
    link.exchange(
      'openTelemetry',
      { periodMs: LEAST_TELEMETRY_PERIOD_MS, count: 1 },
      { signal, deadlineMs: 1000 },
      {
        onReply: take,
        onEnd: (reply) => {
          take(reply);
          if (newest) resolve(newest);
          else reject(new ProtocolError('openTelemetry: the board ended without a message'));
        },
        onError: reject,
      },
    );
  });
}

/** Messages at intervals until the consumer leaves or the signal fires. A slow consumer gets the newest, and the ones between are skipped. */
export function streamTelemetry(link: Link, options: TelemetryOptions): AsyncGenerator<Telemetry, void, undefined> {
  return watch(
    link,
    'openTelemetry',
    { periodMs: options.periodMs, count: 0 },
    {
      take: (reply) => (reply.body === 'telemetry' ? telemetryFromWire(reply.telemetry) : undefined),
      keep: 1,
      signal: options.signal,
    },
  );
}
