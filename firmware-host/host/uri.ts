/** Board URIs: how a board is named on a command line. */

/** Scenarios of the simulated board, the default first. */
export const SCENARIOS = ['typical', 'ideal', 'aged', 'broken', 'paper'] as const;
/** A scenario of the simulated board. */
export type Scenario = (typeof SCENARIOS)[number];

/** What a simulated board is made from. Absent = the stand-in's own default. */
export interface SimulatedBoardSpec {
  readonly scenario: Scenario;
  readonly seed?: number;
  readonly rows?: number;
  readonly cols?: number;
  readonly tiles?: number;
}

/** A parsed board URI. */
export type BoardUri =
  | ({ readonly scheme: 'sim' } & SimulatedBoardSpec)
  | { readonly scheme: 'tcp'; readonly host: string; readonly port: number }
  | { readonly scheme: 'unix'; readonly path: string }
  | { readonly scheme: 'usb'; readonly serial?: string }
  | { readonly scheme: 'emu'; readonly image?: string }
  | { readonly scheme: 'replay'; readonly run: string };

const FORMS = 'sim:SCENARIO?seed=N, tcp://HOST:PORT, unix:/PATH, usb:SERIAL, emu:, replay:RUN';

/** Allowed keys of `sim:` with their ranges. */
const SIM_KEYS: Readonly<Record<'seed' | 'rows' | 'cols' | 'tiles', readonly [min: number, max: number]>> = {
  seed: [0, Number.MAX_SAFE_INTEGER],
  rows: [1, 256],
  cols: [1, 256],
  tiles: [1, 64],
};

/**
 * Reads a board URI, for instance `sim:typical?seed=7&rows=64`, `tcp://127.0.0.1:4711`, `unix:/run/board.sock`.
 * @throws TypeError if it is no string; RangeError naming the part that is wrong and what is allowed.
 */
export function parseBoardUri(text: string): BoardUri {
  if (typeof (text as unknown) !== 'string') throw new TypeError(`board URI must be a string, got ${typeof text}`);
  const colon = text.indexOf(':');
  const scheme = colon < 0 ? text : text.slice(0, colon);
  const rest = colon < 0 ? '' : text.slice(colon + 1);
  switch (scheme) {
    case 'sim':
      return parseSim(text, rest);
    case 'tcp':
      return parseTcp(text, rest);
    case 'unix':
      if (!rest) throw new RangeError(`board URI ${show(text)}: the path is missing; write unix:/PATH`);
      return { scheme, path: rest };
    case 'usb':
      return rest ? { scheme, serial: rest } : { scheme };
    case 'emu':
      return rest ? { scheme, image: rest } : { scheme };
    case 'replay':
      if (!rest) throw new RangeError(`board URI ${show(text)}: the run is missing; write replay:RUN`);
      return { scheme, run: rest };
    default:
      throw new RangeError(`board URI ${show(text)}: unknown kind of board; allowed are ${FORMS}`);
  }
}

/** The canonical text of a simulated board's URI. */
export function formatSimUri(spec: SimulatedBoardSpec): string {
  const keys = (Object.keys(SIM_KEYS) as (keyof typeof SIM_KEYS)[]).filter((key) => spec[key] !== undefined);
  const query = keys.map((key) => `${key}=${spec[key] as number}`).join('&');
  return `sim:${spec.scenario}${query ? `?${query}` : ''}`;
}

function parseSim(text: string, rest: string): BoardUri {
  const mark = rest.indexOf('?');
  const name = mark < 0 ? rest : rest.slice(0, mark);
  const scenario = SCENARIOS.find((known) => known === (name || SCENARIOS[0]));
  if (!scenario)
    throw new RangeError(
      `board URI ${show(text)}: unknown scenario ${show(name)}; allowed are ${SCENARIOS.join(', ')}`,
    );
  const values: Partial<Record<keyof typeof SIM_KEYS, number>> = {};
  for (const [key, value] of new URLSearchParams(mark < 0 ? '' : rest.slice(mark + 1))) {
    if (!isSimKey(key))
      throw new RangeError(
        `board URI ${show(text)}: unknown key ${show(key)}; allowed are ${Object.keys(SIM_KEYS).join(', ')}`,
      );
    if (values[key] !== undefined) throw new RangeError(`board URI ${show(text)}: ${key} is given twice`);
    const [min, max] = SIM_KEYS[key];
    values[key] = wholeNumber(text, key, value, min, max);
  }
  return { scheme: 'sim', scenario, ...values };
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
      `board URI ${show(text)}: ${key} must be a whole number from ${min} to ${max}, got ${show(value)}`,
    );
  return number;
}

const isSimKey = (key: string): key is keyof typeof SIM_KEYS => Object.hasOwn(SIM_KEYS, key);
const show = (text: string): string => JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text);
