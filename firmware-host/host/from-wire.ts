/** Messages of the board as the host's own types. */
import { spindrift, u64ToNumber, type ReplyMessage } from '../../proto/index.js';
import type {
  BoardFault,
  BoardIdentity,
  BoardKind,
  BoardLimits,
  BoardLog,
  BoardState,
  DriveSettings,
  DriveState,
  Range,
} from './board-types.js';
import { impossibleSize } from './link/link-errors.js';
import { fieldFromWire, fieldToWire, fromWire, toWire, type WireUnit } from './units.js';

const v1 = spindrift.v1;
type DriveMessage = NonNullable<ReplyMessage<'setConfigReply'>['actual']>;

/** Name of a wire enum value in kebab case without its prefix; `unknown` for values of the future. */
export function enumName(table: object, value: number, prefix: string): string {
  const name = (table as Record<number, string | undefined>)[value];
  return name === undefined || value === 0 ? 'unknown' : name.slice(prefix.length).toLowerCase().replaceAll('_', '-');
}

/** Wire enum value named as by {@link enumName}; the unspecified one if there is no such name. */
export function enumValue<T extends object>(table: T, name: string, prefix: string): T[keyof T] {
  const values = table as Record<string, T[keyof T]>;
  return values[prefix + name.toUpperCase().replaceAll('-', '_')] ?? (values[`${prefix}UNSPECIFIED`] as T[keyof T]);
}

/** A kind that is not known counts as simulated: it is never entropy. */
export function kindFromWire(kind: spindrift.v1.BoardKind): BoardKind {
  if (kind === v1.BoardKind.BOARD_KIND_REAL) return 'real';
  if (kind === v1.BoardKind.BOARD_KIND_REPLAYED) return 'replayed';
  return kind === v1.BoardKind.BOARD_KIND_EMULATED ? 'emulated' : 'simulated';
}

/** Rows and columns of the largest array that is believed: eight times the largest there is. Memory is made for every cell. */
const MOST_LINES = 4096;

/** Identity, features and versions. @throws ProtocolError for an array of an impossible size */
export function identityFromWire(hello: ReplyMessage<'helloReply'>): BoardIdentity {
  const id = hello.identity;
  const { rows = 0, cols = 0, tiles = 0 } = id?.geometry ?? {};
  if (![rows, cols].every((lines) => lines >= 1 && lines <= MOST_LINES)) throw impossibleSize(rows, cols, MOST_LINES);
  return {
    kind: kindFromWire(id?.kind ?? v1.BoardKind.BOARD_KIND_UNSPECIFIED),
    serial: id?.serial ?? '',
    model: id?.model ?? '',
    name: id?.name ?? '',
    revision: id?.revision ?? 0,
    arrayId: id?.arrayId ?? '',
    firmware: id?.firmware ?? '',
    gitHash: id?.gitHash ?? '',
    buildFlags: id?.buildFlags ?? '',
    bootId: hello.bootId,
    protocol: { major: hello.protocolMajor, minor: hello.protocolMinor },
    geometry: { rows, cols, tiles },
    features: hello.features
      .map((feature) => enumName(v1.Feature, feature, 'FEATURE_'))
      .filter((name) => name !== 'unknown'),
    calibrationHash: hello.calibrationHash,
    hostSilenceS: hello.hostSilenceMs / 1000,
  };
}

interface WireRange {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

function range(wire: WireRange | null | undefined, unit: WireUnit): Range {
  return {
    min: fromWire(wire?.min ?? 0, unit),
    max: fromWire(wire?.max ?? 0, unit),
    step: fromWire(wire?.step ?? 0, unit),
  };
}

/** Limits in SI. */
export function limitsFromWire(
  limits: ReplyMessage<'getLimitsReply'>,
  session: ReplyMessage<'helloReply'>['limits'],
): BoardLimits {
  const field = limits.fieldUt;
  return {
    amplitudeV: range(limits.amplitudeUv, 'uv'),
    bipolar: limits.bipolar,
    pulseWidthS: range(limits.widthPs, 'ps'),
    pulses: limits.pulseLimits.map((pulse) => ({
      widthS: fromWire(pulse.widthPs, 'ps'),
      amplitudeV: fromWire(pulse.amplitudeUv, 'uv'),
    })),
    biasV: range(limits.biasUv, 'uv'),
    readV: range(limits.readUv, 'uv'),
    readS: range(limits.readNs, 'ns'),
    settleS: range(limits.settleNs, 'ns'),
    fieldAPerM: {
      min: fieldFromWire(field?.min ?? 0),
      max: fieldFromWire(field?.max ?? 0),
      step: fieldFromWire(field?.step ?? 0),
    },
    maxShots: limits.maxShots,
    maxPulsesPerShot: limits.maxPulsesPerShot,
    maxPulseRateHz: limits.maxPulsesPerSecond,
    maxDuty: limits.maxDutyPpm / 1e6,
    maxInputBits: limits.maxInputBits,
    maxRepeats: limits.maxRepeats,
    maxVerifyPasses: limits.maxVerifyPasses,
    maxBlockBytes: limits.maxBlockBytes,
    inlineBits: session?.inlineBits ?? 0,
    maxStreams: session?.maxStreams ?? 0,
  };
}

/** Drive settings in SI. */
export function driveFromWire(config: DriveMessage | null | undefined): DriveSettings {
  return {
    biasV: fromWire(config?.biasUv ?? 0, 'uv'),
    amplitudeV: fromWire(config?.amplitudeUv ?? 0, 'uv'),
    pulseWidthS: fromWire(config?.widthPs ?? 0, 'ps'),
    settleS: fromWire(config?.settleNs ?? 0, 'ns'),
    readV: fromWire(config?.readUv ?? 0, 'uv'),
    readS: fromWire(config?.readNs ?? 0, 'ns'),
    fieldAPerM: fieldFromWire(config?.fieldUt ?? 0),
  };
}

/**
 * Drive settings as the wire has them.
 * @throws TypeError or RangeError naming the field.
 */
export function driveToWire(drive: DriveSettings): DriveMessage {
  return {
    biasUv: toWire('biasV', drive.biasV, 'uv', true),
    amplitudeUv: toWire('amplitudeV', drive.amplitudeV, 'uv', true),
    widthPs: toWire('pulseWidthS', drive.pulseWidthS, 'ps'),
    settleNs: toWire('settleS', drive.settleS, 'ns'),
    readUv: toWire('readV', drive.readV, 'uv'),
    readNs: toWire('readS', drive.readS, 'ns'),
    fieldUt: fieldToWire('fieldAPerM', drive.fieldAPerM),
  };
}

/** State of the drive. */
export function driveStateFromWire(state: number): DriveState {
  return enumName(v1.BoardState, state, 'BOARD_STATE_') as DriveState;
}

/** Full state. */
export function stateFromWire(state: ReplyMessage<'getStateReply'>): BoardState {
  return {
    state: driveStateFromWire(state.state),
    ...(state.fault ? { fault: enumName(v1.FaultCode, state.fault, 'FAULT_CODE_') } : {}),
    interlockClosed: state.interlockClosed,
    drive: driveFromWire(state.config),
    calibrationHash: state.calibrationHash,
    uptimeS: u64ToNumber(state.uptimeUs) / 1e6,
    bootId: state.bootId,
  };
}

/** A fault event. */
export function faultFromWire(fault: ReplyMessage<'fault'>): BoardFault {
  return {
    code: enumName(v1.FaultCode, fault.code, 'FAULT_CODE_'),
    severity: enumName(v1.Severity, fault.severity, 'SEVERITY_') as BoardFault['severity'],
    source: fault.source,
    value: fault.value,
    limit: fault.limit,
    boardTimeS: u64ToNumber(fault.tUs) / 1e6,
  };
}

/** A log event. */
export function logFromWire(log: ReplyMessage<'log'>): BoardLog {
  return {
    level: enumName(v1.Severity, log.level, 'SEVERITY_') as BoardLog['level'],
    module: log.module,
    text: log.text,
    boardTimeS: u64ToNumber(log.tUs) / 1e6,
    dropped: log.dropped,
  };
}
