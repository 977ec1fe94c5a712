/** Board URIs: how a board is named on a command line. */
import { checkFaultPlaces, formatFaults, parseFaults, type BoardFaultSpec } from '../../board-sim/faults/fault-spec.js';

/** Scenarios of the stand-ins, the default first. */
export const SCENARIOS = ['typical', 'ideal', 'aged', 'broken', 'paper'] as const;
/** A scenario of a stand-in. */
export type Scenario = (typeof SCENARIOS)[number];

/** What a simulated board is made from. Absent = the stand-in's own default. */
export interface SimulatedBoardSpec {
  readonly scenario: Scenario;
  readonly seed?: number;
  readonly rows?: number;
  readonly cols?: number;
  readonly tiles?: number;
  /** Temperature around a simulated board, °C. */
  readonly ambientC?: number;
  /** What goes wrong with a simulated board while it works. */
  readonly faults?: readonly BoardFaultSpec[];
}

/** What an emulated board is made from: the same, and the firmware. */
export interface EmulatedBoardSpec extends Omit<SimulatedBoardSpec, 'ambientC' | 'faults'> {
  /** Path of the firmware file; absent = the firmware that belongs to this program. */
  readonly image?: string;
}

/** Which board on USB: by serial number, or by where it is plugged in; neither = the only one. */
export interface UsbBoardSpec {
  readonly serial?: string;
  /** Bus and ports, for instance `1-1.4`. */
  readonly path?: string;
}

/** Which recording, and how fast. */
export interface ReplaySpec {
  /** A run folder that holds one, or the file. */
  readonly run: string;
  /** Recorded seconds a second; Infinity: as fast as it can be read. Absent = 1. */
  readonly speed?: number;
}

/** A parsed board URI. */
export type BoardUri =
  | ({ readonly scheme: 'sim' } & SimulatedBoardSpec)
  | { readonly scheme: 'tcp'; readonly host: string; readonly port: number }
  | { readonly scheme: 'unix'; readonly path: string }
  | ({ readonly scheme: 'usb' } & UsbBoardSpec)
  | ({ readonly scheme: 'emu' } & EmulatedBoardSpec)
  | ({ readonly scheme: 'replay' } & ReplaySpec);

const FORMS =
  'sim:SCENARIO?seed=N, emu:SCENARIO?seed=N&image=PATH, tcp://HOST:PORT, unix:/PATH, usb:SERIAL, usb:@PORT, replay:RUN?speed=N';

type StandInKey = 'seed' | 'rows' | 'cols' | 'tiles';
type Ranges = Readonly<Record<StandInKey, readonly [min: number, max: number]>>;
const KEYS = ['seed', 'rows', 'cols', 'tiles'] as const satisfies readonly StandInKey[];
/** Rows, and columns, of a stand-in whose URI names none. */
export const DEFAULT_LINES = 64;
/** What the behavioural board can be. */
const SIM_RANGES: Ranges = { seed: [0, Number.MAX_SAFE_INTEGER], rows: [1, 256], cols: [1, 256], tiles: [1, 64] };
/** What the firmware drives. */
const EMU_RANGES: Ranges = { ...SIM_RANGES, rows: [64, 64], cols: [64, 64], tiles: [1, 1] };

/** Keys of one kind of stand-in alone: what each makes of its value. */
type Extras<X> = Readonly<Record<string, (text: string, value: string) => Partial<X>>>;

const SIM_EXTRAS: Extras<Pick<SimulatedBoardSpec, 'ambientC' | 'faults'>> = {
  ambient: (text, value) => ({ ambientC: temperature(text, value) }),
  fault: (text, value) => ({ faults: named(text, () => parseFaults(value)) }),
};
const EMU_EXTRAS: Extras<Pick<EmulatedBoardSpec, 'image'>> = {
  image: (text, value) => {
    if (value === '') throw new RangeError(`board URI ${show(text)}: the path is missing; write image=PATH`);
    return { image: value };
  },
};

/**
 * Reads a board URI, for instance `sim:typical?seed=7&rows=64`, `emu:typical?image=firmware.uf2`, `tcp://127.0.0.1:4711`,
 * `unix:/run/board.sock`, `usb:SD-0001`, `usb:@1-1.4`.
 * @throws TypeError if it is no string; RangeError naming the part that is wrong and what is allowed.
 */
export function parseBoardUri(text: string): BoardUri {
  if (typeof (text as unknown) !== 'string') throw new TypeError(`board URI must be a string, got ${typeof text}`);
  const colon = text.indexOf(':');
  const scheme = colon < 0 ? text : text.slice(0, colon);
  const rest = colon < 0 ? '' : text.slice(colon + 1);
  switch (scheme) {
    case 'sim':
      return { scheme, ...parseSim(text, rest) };
    case 'tcp':
      return parseTcp(text, rest);
    case 'unix':
      if (!rest) throw new RangeError(`board URI ${show(text)}: the path is missing; write unix:/PATH`);
      return { scheme, path: rest };
    case 'usb':
      return { scheme, ...parseUsb(text, rest) };
    case 'emu':
      return { scheme, ...parseStandIn(text, rest, EMU_RANGES, EMU_EXTRAS) };
    case 'replay':
      return { scheme, ...parseReplay(text, rest) };
    default:
      throw new RangeError(`board URI ${show(text)}: unknown kind of board; allowed are ${FORMS}`);
  }
}

/** The canonical text of a simulated board's URI. */
export function formatSimUri(spec: SimulatedBoardSpec): string {
  const { ambientC, faults } = spec;
  return `sim:${standInText(spec, [
    ...(ambientC === undefined ? [] : [`ambient=${ambientC}`]),
    ...(faults === undefined ? [] : [`fault=${formatFaults(faults)}`]),
  ])}`;
}

/** The canonical text of an emulated board's URI. */
export function formatEmuUri(spec: EmulatedBoardSpec): string {
  const { image } = spec;
  return `emu:${standInText(spec, image === undefined ? [] : [`image=${encodeURIComponent(image).replaceAll('%2F', '/')}`])}`;
}

/** The canonical text of the URI of a recording. */
export function formatReplayUri({ run, speed }: ReplaySpec): string {
  return `replay:${run}${speed === undefined ? '' : `?speed=${speed === Infinity ? 'max' : speed}`}`;
}

/** The canonical text of the URI of a board on USB. */
export function formatUsbUri({ serial, path }: UsbBoardSpec): string {
  return `usb:${path === undefined ? (serial ?? '') : `@${path}`}`;
}

function standInText(spec: EmulatedBoardSpec, extras: readonly string[]): string {
  const parts = [
    ...KEYS.filter((key) => spec[key] !== undefined).map((key) => `${key}=${spec[key] as number}`),
    ...extras,
  ];
  return `${spec.scenario}${parts.length > 0 ? `?${parts.join('&')}` : ''}`;
}

function parseStandIn<X extends object>(
  text: string,
  rest: string,
  ranges: Ranges,
  extras: Extras<X>,
): Pick<SimulatedBoardSpec, 'scenario' | StandInKey> & X {
  const mark = rest.indexOf('?');
  const name = mark < 0 ? rest : rest.slice(0, mark);
  const query = mark < 0 ? '' : rest.slice(mark + 1);
  const scenario = SCENARIOS.find((known) => known === (name || SCENARIOS[0]));
  if (!scenario)
    throw new RangeError(
      `board URI ${show(text)}: unknown scenario ${show(name)}; allowed are ${SCENARIOS.join(', ')}`,
    );
  const allowed: readonly string[] = [...KEYS, ...Object.keys(extras)];
  const numbers: Partial<Record<StandInKey, number>> = {};
  const more: Partial<X> = {};
  const seen = new Set<string>();
  // A plus sign in a path is a plus sign.
  for (const [key, value] of new URLSearchParams(query.replaceAll('+', '%2B'))) {
    if (!allowed.includes(key))
      throw new RangeError(`board URI ${show(text)}: unknown key ${show(key)}; allowed are ${allowed.join(', ')}`);
    if (seen.has(key)) throw new RangeError(`board URI ${show(text)}: ${key} is given twice`);
    seen.add(key);
    const extra = Object.hasOwn(extras, key) ? extras[key] : undefined;
    if (extra !== undefined) Object.assign(more, extra(text, value));
    else numbers[key as StandInKey] = wholeNumber(text, key, value, ...ranges[key as StandInKey]);
  }
  return { scenario, ...numbers, ...more } as Pick<SimulatedBoardSpec, 'scenario' | StandInKey> & X;
}

function parseUsb(text: string, rest: string): UsbBoardSpec {
  if (rest === '') return {};
  if (!rest.startsWith('@')) return { serial: rest };
  const path = rest.slice(1);
  if (!/^\d{1,3}-\d{1,3}(\.\d{1,3}){0,6}$/.test(path))
    throw new RangeError(
      `board URI ${show(text)}: the port must be bus and ports as spindrift boards shows them, for instance usb:@1-1.4, got ${show(path)}`,
    );
  return { path };
}

/** Slowest and fastest that is paced. */
const REPLAY_SPEED = [1e-3, 1e6] as const;

/** A question mark is part of a path unless a speed follows. */
function parseReplay(text: string, rest: string): ReplaySpec {
  const [, run = '', value] = /^(.*?)(?:\?speed=([^?]*))?$/s.exec(rest) ?? [];
  if (!run) throw new RangeError(`board URI ${show(text)}: the run is missing; write replay:RUN`);
  if (value === undefined) return { run };
  const speed = value === 'max' ? Infinity : /^\d{1,7}(\.\d{1,6})?$/.test(value) ? Number(value) : Number.NaN;
  const [least, most] = REPLAY_SPEED;
  if (speed !== Infinity && !(speed >= least && speed <= most))
    throw new RangeError(
      `board URI ${show(text)}: speed must be max or a number from ${least} to ${most}, got ${show(value)}`,
    );
  return { run, speed };
}

function parseTcp(text: string, rest: string): BoardUri {
  const match = /^\/\/(?:\[([0-9a-fA-F:.]+)\]|([^/:?#[\]]+)):(\d+)\/?$/.exec(rest);
  if (!match) throw new RangeError(`board URI ${show(text)}: write tcp://HOST:PORT, with an IPv6 address in brackets`);
  return {
    scheme: 'tcp',
    host: (match[1] ?? match[2]) as string,
    port: wholeNumber(text, 'port', match[3] as string, 1, 65535),
  };
}

function wholeNumber(text: string, key: string, value: string, min: number, max: number): number {
  const number = /^\d{1,16}$/.test(value) ? Number(value) : Number.NaN;
  if (!(number >= min && number <= max))
    throw new RangeError(
      `board URI ${show(text)}: ${key} must be ${min === max ? `${min}, which is what the firmware drives` : `a whole number from ${min} to ${max}`}, got ${show(value)}`,
    );
  return number;
}

function parseSim(text: string, rest: string): SimulatedBoardSpec {
  const spec = parseStandIn(text, rest, SIM_RANGES, SIM_EXTRAS);
  const { faults = [], rows = DEFAULT_LINES, cols = DEFAULT_LINES } = spec;
  // Told here, not by a thread that ends.
  named(text, () => checkFaultPlaces(faults, rows, cols));
  return spec;
}

/** Celsius, within what parts bear. */
function temperature(text: string, value: string): number {
  const number = /^-?\d{1,3}(\.\d{1,6})?$/.test(value) ? Number(value) : Number.NaN;
  if (!(number >= -60 && number <= 150))
    throw new RangeError(
      `board URI ${show(text)}: ambient must be a temperature from -60 to 150 °C without a unit, got ${show(value)}`,
    );
  return number;
}

/** Errors with the URI that they are in. */
function named<T>(text: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new RangeError(`board URI ${show(text)}: ${error.message}`, { cause: error });
  }
}

const show = (text: string): string => JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text);
