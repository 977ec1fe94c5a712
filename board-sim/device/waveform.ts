import { checkNumber } from '../../base/index.js';

/** A voltage over time as a waveform file describes it: SI units, exactly one shape. */
export type WaveformShape =
  /** Piecewise linear; a repeated `t` is a step. Held before the first and after the last point. */
  | { readonly segments: readonly { readonly t: number; readonly v: number }[] }
  | { readonly rectangle: { readonly start: number; readonly width: number; readonly voltage: number } }
  | {
      readonly trapezoid: {
        readonly start: number;
        readonly rise: number;
        readonly flat: number;
        readonly fall: number;
        readonly voltage: number;
      };
    }
  /** V (1 − e^(−t/τ)) while driven, then the decay from the value reached. */
  | { readonly rc: { readonly start: number; readonly width: number; readonly voltage: number; readonly tau: number } };

/** A waveform file. */
export type Waveform = WaveformShape & {
  /** Spin-torque current density, A/m², while the pulse is on. Positive drives towards parallel. */
  readonly currentDensity?: number;
};

/** A part of a waveform without an edge inside. */
export interface WaveformPiece {
  readonly startS: number;
  /** Infinity for the last one. */
  readonly endS: number;
  /** Constant voltage, or the voltage at a time of this piece (s, absolute); both ends are taken from inside. */
  readonly voltage: number | ((timeS: number) => number);
  /** Whether the current of the waveform flows. */
  readonly on: boolean;
}

const SHAPES = ['segments', 'rectangle', 'trapezoid', 'rc'] as const;
/** After so many time constants an exponential is taken as done: e⁻⁴⁰ is below the rounding of its start. */
const TIME_CONSTANTS = 40;

/**
 * Reads a waveform file.
 * @throws TypeError for a field of the wrong type; RangeError for text that is no JSON, an unknown field or a value out of range
 */
export function parseWaveform(text: string): Waveform {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new RangeError(`the waveform is not JSON: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
  }
  return checkWaveform(value);
}

/** Checks a waveform and returns it. @throws TypeError, RangeError as {@link parseWaveform} */
export function checkWaveform(value: unknown): Waveform {
  const fields = objectOf('waveform', value);
  const shapes = SHAPES.filter((shape) => shape in fields);
  if (shapes.length !== 1)
    throw new RangeError(`a waveform has exactly one of ${SHAPES.join(', ')}; got ${shapes.join(' and ') || 'none'}`);
  const shape = shapes[0]!;
  knownOnly('waveform', fields, [shape, 'currentDensity']);
  if ('currentDensity' in fields) checkNumber('currentDensity', fields['currentDensity']);
  if (shape === 'segments') checkSegments(fields['segments']);
  else {
    const part = objectOf(shape, fields[shape]);
    const times = {
      rectangle: ['start', 'width'],
      trapezoid: ['start', 'rise', 'flat', 'fall'],
      rc: ['start', 'width'],
    }[shape];
    knownOnly(shape, part, [...times, 'voltage', ...(shape === 'rc' ? ['tau'] : [])]);
    for (const name of times) checkNumber(`${shape}.${name}`, part[name], { min: 0 });
    checkNumber(`${shape}.voltage`, part['voltage']);
    if (shape === 'rc' && checkNumber('rc.tau', part['tau'], { min: 0 }) === 0)
      throw new RangeError('rc.tau is 0; allowed is more than 0 (a rectangle has no time constant)');
  }
  return value as Waveform;
}

/** The parts of a waveform from −∞ (given as 0) on, in order, without gaps; the last one has no end. */
export function waveformPieces(waveform: Waveform): WaveformPiece[] {
  const pieces = shapePieces(waveform);
  const flows = waveform.currentDensity !== undefined;
  return pieces.filter(({ startS, endS }) => endS > startS).map((piece) => ({ ...piece, on: flows && piece.on }));
}

/** Voltage at a time; at an edge, the value just after it. */
export function voltageAt(pieces: readonly WaveformPiece[], timeS: number): number {
  const piece = pieces.find(({ endS }) => timeS < endS) ?? pieces.at(-1)!;
  return typeof piece.voltage === 'number' ? piece.voltage : piece.voltage(timeS);
}

function shapePieces(waveform: Waveform): WaveformPiece[] {
  if ('segments' in waveform) return segmentPieces(waveform.segments);
  if ('rectangle' in waveform) {
    const { start, width, voltage } = waveform.rectangle;
    return [hold(0, start, 0), { ...hold(start, start + width, voltage), on: true }, hold(start + width, Infinity, 0)];
  }
  if ('trapezoid' in waveform) {
    const { start, rise, flat, fall, voltage } = waveform.trapezoid;
    const [top, down, end] = [start + rise, start + rise + flat, start + rise + flat + fall];
    return [
      hold(0, start, 0),
      { ...line(start, 0, top, voltage), on: true },
      { ...hold(top, down, voltage), on: true },
      { ...line(down, voltage, end, 0), on: true },
      hold(end, Infinity, 0),
    ];
  }
  const { start, width, voltage, tau } = waveform.rc;
  const reached = voltage * -Math.expm1(-width / tau);
  const stop = start + width;
  const gone = stop + TIME_CONSTANTS * tau;
  return [
    hold(0, start, 0),
    { startS: start, endS: stop, voltage: (t) => voltage * -Math.expm1(-(t - start) / tau), on: true },
    { startS: stop, endS: gone, voltage: (t) => reached * Math.exp(-(t - stop) / tau), on: false },
    hold(gone, Infinity, 0),
  ];
}

function segmentPieces(points: readonly { readonly t: number; readonly v: number }[]): WaveformPiece[] {
  const first = points[0]!;
  const last = points.at(-1)!;
  return [
    hold(0, first.t, first.v),
    ...points.slice(1).map((point, i) => line(points[i]!.t, points[i]!.v, point.t, point.v)),
    hold(last.t, Infinity, last.v),
  ].map((piece) => ({ ...piece, on: piece.voltage !== 0 }));
}

function hold(startS: number, endS: number, voltage: number): WaveformPiece {
  return { startS, endS, voltage, on: false };
}

function line(startS: number, from: number, endS: number, to: number): WaveformPiece {
  if (from === to) return hold(startS, endS, from);
  return { startS, endS, voltage: (t) => from + ((to - from) * (t - startS)) / (endS - startS), on: false };
}

function checkSegments(value: unknown): void {
  if (!Array.isArray(value)) throw new TypeError('segments must be a list of {t, v}');
  if (value.length === 0) throw new RangeError('segments is empty; allowed is one point or more');
  let before = 0;
  value.forEach((entry: unknown, i) => {
    const point = objectOf(`segments[${i}]`, entry);
    knownOnly(`segments[${i}]`, point, ['t', 'v']);
    before = checkNumber(`segments[${i}].t`, point['t'], { min: before });
    checkNumber(`segments[${i}].v`, point['v']);
  });
}

function objectOf(name: string, value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new TypeError(`${name} must be an object`);
  return value as Record<string, unknown>;
}

function knownOnly(name: string, fields: Record<string, unknown>, known: readonly string[]): void {
  const stranger = Object.keys(fields).find((field) => !known.includes(field));
  if (stranger !== undefined)
    throw new RangeError(`${name} has no field "${stranger}"; its fields are ${known.join(', ')}`);
}
