/**
 * What goes wrong with a simulated board while it works, as plain data and as text. Nothing else of the simulator is in here: whoever reads board URIs
 * can read faults.
 */

/** State that a cell which cannot change any more reads: parallel is 0, antiparallel 1. */
export type StuckState = 'p' | 'ap';

/** One thing that happens to a board. SI units; cells are those of its first array. */
export type BoardFaultSpec = {
  /** Outcomes of cells that pulses and reads have given since the board was made, before it happens: a whole number; the next burst has it. */
  readonly atBits: number;
} & (
  | { readonly kind: 'stuck-cell'; readonly row: number; readonly col: number; readonly state: StuckState }
  /** The row's switch fails: none of its cells changes any more. */
  | { readonly kind: 'stuck-row'; readonly row: number; readonly state: StuckState }
  /** The column's enable fails: its cells carry no current and read antiparallel. */
  | { readonly kind: 'dead-column'; readonly col: number }
  /** The stray field of a cell grows with board time. */
  | { readonly kind: 'drift-cell'; readonly row: number; readonly col: number; readonly fieldAPerMPerS: number }
  /** A second field comes and goes at a cell, each for exponential times of this mean. */
  | {
      readonly kind: 'telegraph-cell';
      readonly row: number;
      readonly col: number;
      readonly fieldAPerM: number;
      readonly dwellS: number;
    }
  /** A magnet beside the board: an out-of-plane field on every cell; with a period it alternates, half of it each way. */
  | { readonly kind: 'field'; readonly fieldAPerM: number; readonly periodS?: number }
  /** A field on every cell that grows with board time. */
  | { readonly kind: 'field-ramp'; readonly fieldAPerMPerS: number }
  /** The pulse supply gives this share of its voltage. */
  | { readonly kind: 'supply'; readonly factor: number }
);

/** Kinds of faults. */
export type FaultKind = BoardFaultSpec['kind'];

/** A field by name and range; the last may be left out where it has a default. */
interface Argument {
  readonly name: string;
  readonly kind: 'line' | 'number' | 'state';
  readonly min?: number;
  readonly max?: number;
  /** `state` left out is antiparallel, as an open line reads; other optional ones stay away. */
  readonly optional?: boolean;
}

const row: Argument = { name: 'row', kind: 'line' };
const col: Argument = { name: 'col', kind: 'line' };
const state: Argument = { name: 'state', kind: 'state', optional: true };
const field: Argument = { name: 'fieldAPerM', kind: 'number', min: -1e6, max: 1e6 };
const rate: Argument = { name: 'fieldAPerMPerS', kind: 'number', min: -1e9, max: 1e9 };

const ARGUMENTS: Readonly<Record<FaultKind, readonly Argument[]>> = {
  'stuck-cell': [row, col, state],
  'stuck-row': [row, state],
  'dead-column': [col],
  'drift-cell': [row, col, rate],
  'telegraph-cell': [row, col, field, { name: 'dwellS', kind: 'number', min: 1e-9, max: 1e9 }],
  field: [field, { name: 'periodS', kind: 'number', min: 1e-9, max: 1e9, optional: true }],
  'field-ramp': [rate],
  supply: [{ name: 'factor', kind: 'number', min: 0, max: 2 }],
};

/** Kinds of faults, in the order of the documentation. */
export const FAULT_KINDS = Object.keys(ARGUMENTS) as readonly FaultKind[];

/** Lines of the largest array. */
const MOST_LINES = 256;
/** Faults of a board at most. */
const MOST_FAULTS = 64;

/**
 * Reads faults: `stuck-row:5@1000000`, several with commas. A fault is its kind, its values after colons, and `@` with the number of outcomes before
 * it happens (0 without).
 * @throws RangeError naming what is wrong and what is allowed
 */
export function parseFaults(text: string): BoardFaultSpec[] {
  const parts = text.split(',');
  if (parts.length > MOST_FAULTS) throw new RangeError(`fault: at most ${MOST_FAULTS} faults, got ${parts.length}`);
  return parts.map(parseFault);
}

/** The text that {@link parseFaults} reads. */
export function formatFaults(faults: readonly BoardFaultSpec[]): string {
  return faults
    .map((fault) => {
      const values = fault as unknown as Readonly<Record<string, unknown>>;
      const given = ARGUMENTS[fault.kind].map(({ name }) => values[name]).filter((value) => value !== undefined);
      return `${[fault.kind, ...given].map(String).join(':')}${fault.atBits === 0 ? '' : `@${fault.atBits}`}`;
    })
    .join(',');
}

/** @throws RangeError for a fault at a cell that the array does not have */
export function checkFaultPlaces(faults: readonly BoardFaultSpec[], rows: number, cols: number): void {
  for (const fault of faults) {
    if ('row' in fault && fault.row >= rows)
      throw new RangeError(`fault ${formatFaults([fault])}: row must be a whole number from 0 to ${rows - 1}`);
    if ('col' in fault && fault.col >= cols)
      throw new RangeError(`fault ${formatFaults([fault])}: col must be a whole number from 0 to ${cols - 1}`);
  }
}

function parseFault(text: string): BoardFaultSpec {
  const [head = '', at, ...rest] = text.split('@');
  const [kind = '', ...values] = head.split(':');
  const found = FAULT_KINDS.find((known) => known === kind);
  if (found === undefined)
    throw new RangeError(`fault ${show(text)}: unknown kind ${show(kind)}; allowed are ${FAULT_KINDS.join(', ')}`);
  const wanted = ARGUMENTS[found];
  const least = wanted.filter(({ optional }) => optional !== true).length;
  if (values.length < least || values.length > wanted.length || rest.length > 0)
    throw new RangeError(`fault ${show(text)}: write ${shapeOf(found)}`);
  const fault: Record<string, unknown> = {
    kind: found,
    atBits: at === undefined ? 0 : whole(text, 'bits', at, 2 ** 53),
  };
  wanted.forEach((argument, k) => {
    const value = values[k];
    if (value !== undefined) fault[argument.name] = parseArgument(text, argument, value);
    else if (argument.kind === 'state') fault[argument.name] = 'ap';
  });
  return fault as BoardFaultSpec;
}

function parseArgument(text: string, { name, kind, min = 0, max = 0 }: Argument, value: string): number | StuckState {
  if (kind === 'line') return whole(text, name, value, MOST_LINES);
  if (kind === 'state') {
    if (value === 'p' || value === 'ap') return value;
    throw new RangeError(`fault ${show(text)}: state must be p or ap, got ${show(value)}`);
  }
  const number = /^[+-]?\d+(\.\d*)?(e[+-]?\d+)?$/i.test(value) ? Number(value) : NaN;
  if (!(number >= min && number <= max))
    throw new RangeError(`fault ${show(text)}: ${name} must be a number from ${min} to ${max}, got ${show(value)}`);
  return number;
}

/** A whole number below `end`. */
function whole(text: string, name: string, value: string, end: number): number {
  const number = /^\d{1,16}$/.test(value) ? Number(value) : NaN;
  if (!(number < end))
    throw new RangeError(
      `fault ${show(text)}: ${name} must be a whole number from 0 to ${end - 1}, got ${show(value)}`,
    );
  return number;
}

/** How a kind is written. */
function shapeOf(kind: FaultKind): string {
  const names = ARGUMENTS[kind].map(({ name, optional }) => (optional === true ? `[:${name}]` : `:${name}`));
  return `${kind}${names.join('')}@bits`;
}

const show = (text: string): string => JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text);
