import type {
  BoardIdentity,
  DriveSettings,
  StreamBlock,
  StreamSummary,
  Telemetry,
} from '../../firmware-host/host/index.js';
import type { RawHealth } from './raw-health.js';

/** What is done to bits on the board. `raw`: nothing at all. `debiased`: XOR folding or von Neumann, neither of them vetted conditioning. */
export const BIT_MODES = ['raw', 'debiased'] as const;
/** One of {@link BIT_MODES}. */
export type BitCollectionMode = (typeof BIT_MODES)[number];

/** On everything whose bits come from a stand-in. */
export const NOT_ENTROPY_MARK = 'PSEUDO-RANDOM: NOT ENTROPY';

/** Shots of a row before the next row's turn, on every board. */
export const SHOTS_A_TURN = 64;
/** Places that a record lists of one kind; further ones are counted. */
const MOST_PLACES = 1000;

/** Where something happened, by the first byte of the output that came after it. */
export interface BitPlace {
  readonly atByte: number;
  readonly seq: number;
  /** Blocks lost there. */
  readonly lostBlocks?: number;
}

/** Things of one kind in a stream. */
export interface BitPlaces {
  readonly count: number;
  /** The first thousand of them. */
  readonly places: readonly BitPlace[];
}

/** Temperatures at one moment, K. */
export interface BitTemperature {
  readonly boardTimeS: number;
  /** Of the array; null while its sensor has no reading. */
  readonly arrayK: number | null;
  /** Of the microcontroller. */
  readonly dieK: number;
}

/** All that is known of a stretch of bits besides the bits: what the sidecar of a file of them holds. SI units. */
export interface BitRecord {
  readonly format: 'spindrift-bits';
  /** Changes when an older reader would misread the record. */
  readonly version: 1;
  /** `writing` until it ends; what still says so comes from a command that was killed. */
  readonly status: 'writing' | 'finished' | 'interrupted' | 'failed';
  /** True if the bits must not be used as entropy: a board that is not silicon made them, or the board said so of any block. */
  readonly notEntropy: boolean;
  /** {@link NOT_ENTROPY_MARK}, where it applies. */
  readonly mark?: typeof NOT_ENTROPY_MARK;
  readonly mode: BitCollectionMode;
  /** What was done to the bits on the board, in words. */
  readonly processing: string;
  readonly xorStages: number;
  readonly vonNeumann: boolean;
  /** Whether the board's controller trimmed the drive meanwhile. */
  readonly controller: boolean;
  /** How the file's bits follow from cells and time, in words. */
  readonly order: { readonly bits: string; readonly cells: string; readonly rows: number; readonly columns: number };
  readonly board: BoardIdentity & { readonly uri: string };
  readonly drive: DriveSettings;
  readonly temperature: { readonly start: BitTemperature | null; readonly end: BitTemperature | null };
  readonly wantedBytes: number;
  /** Of the output: bytes, and their SHA-256 once it has ended. */
  readonly bytes: number;
  readonly sha256: string | null;
  readonly blocks: {
    readonly received: number;
    readonly firstSeq: number | null;
    readonly lastSeq: number | null;
    /** Blocks that did not arrive; the output goes on without them. */
    readonly lost: number;
  };
  /** Losses inside the output. */
  readonly gaps: BitPlaces;
  /** Where the generator had stood still for want of a reader: bits on either side are further apart in time than others. */
  readonly pauses: BitPlaces;
  /** Blocks in which a health test of the board was failing. Marked, never left out. */
  readonly unhealthy: BitPlaces;
  /** What the host's own tests said of raw bits; null where the board has debiased them, since tests are for raw samples. */
  readonly health: RawHealth | null;
  /** Board clock at the first bit of the first and of the last block, s since boot. */
  readonly boardTimeS: { readonly first: number | null; readonly last: number | null };
  /** What the board counted; null unless the stream came to its end. */
  readonly boardSummary: StreamSummary | null;
  /** ISO 8601. */
  readonly started: string;
  readonly ended: string | null;
  readonly versions: Readonly<Record<string, string>>;
  /** Whether the array was made safe afterwards. */
  readonly safe?: boolean;
  readonly error?: { readonly name: string; readonly message: string; readonly code?: string };
}

/** A list that stops growing. */
class Places implements BitPlaces {
  count = 0;
  readonly places: BitPlace[] = [];

  add(place: BitPlace): void {
    this.count++;
    if (this.places.length < MOST_PLACES) this.places.push(place);
  }
}

/** Follows the blocks of a stream for the record. */
export class BlockNotes {
  readonly gaps = new Places();
  readonly pauses = new Places();
  readonly unhealthy = new Places();
  notEntropy = false;
  #received = 0;
  #lost = 0;
  #first: StreamBlock | undefined;
  #last: StreamBlock | undefined;

  /** @param atByte bytes of the output before this block */
  add(block: StreamBlock, atByte: number): void {
    const { seq } = block;
    this.#first ??= block;
    this.#last = block;
    this.#received++;
    this.#lost += block.gap;
    this.notEntropy ||= block.notEntropy;
    if (block.gap > 0) this.gaps.add({ atByte, seq, lostBlocks: block.gap });
    if (block.paused) this.pauses.add({ atByte, seq });
    if (block.unhealthy) this.unhealthy.add({ atByte, seq });
  }

  /** The parts of a record that blocks tell. */
  get parts(): Pick<BitRecord, 'blocks' | 'gaps' | 'pauses' | 'unhealthy' | 'boardTimeS'> {
    const { gaps, pauses, unhealthy } = this;
    const seconds = (block: StreamBlock | undefined): number | null =>
      block === undefined ? null : block.timeUs / 1e6;
    return {
      blocks: {
        received: this.#received,
        firstSeq: this.#first?.seq ?? null,
        lastSeq: this.#last?.seq ?? null,
        lost: this.#lost,
      },
      gaps,
      pauses,
      unhealthy,
      boardTimeS: { first: seconds(this.#first), last: seconds(this.#last) },
    };
  }
}

/** What a record says of temperature, from telemetry. */
export function temperatureOf(telemetry: Telemetry | undefined): BitTemperature | null {
  if (telemetry === undefined) return null;
  const { boardTimeS, arrayTemperatureK, dieTemperatureK } = telemetry;
  return { boardTimeS, arrayK: arrayTemperatureK ?? null, dieK: dieTemperatureK };
}

/** What was done to the bits on the board, in words. */
export function processingText(xorStages: number, vonNeumann: boolean): string {
  const steps = [
    ...(xorStages > 0
      ? [`XOR of ${2 ** xorStages} columns of a shot: column c with c + width/2, halved ${xorStages} times`]
      : []),
    ...(vonNeumann ? ['von Neumann: two successive shots of a column that differ give the first of the two'] : []),
  ];
  return steps.length === 0
    ? 'none: outcomes as read, 1 = antiparallel'
    : `${steps.join('; then ')} (not vetted conditioning)`;
}

/** How the bits of the output follow from the cells. */
export function orderOf(
  { geometry: { rows, cols } }: BoardIdentity,
  xorStages: number,
  vonNeumann: boolean,
): BitRecord['order'] {
  const width = cols >> xorStages;
  const turn = `rows 0 to ${rows - 1} in turn and again, ${SHOTS_A_TURN} shots of a row, in each shot ${width === cols ? `columns 0 to ${cols - 1}` : `${width} folded columns`}`;
  return {
    bits: 'bit k of the file is in byte k/8 (rounded down), in the place of weight 2^(k mod 8)',
    cells: vonNeumann
      ? `${turn}; of two successive shots the columns that differ, in rising order`
      : `${turn}: bit k is column k mod ${width}, shot k/${width} mod ${SHOTS_A_TURN} of the row k/${width * SHOTS_A_TURN} mod ${rows} (all rounded down)`,
    rows,
    columns: cols,
  };
}
