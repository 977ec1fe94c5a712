import { alphabetOf, medianOf } from './alphabet.js';
import { permutationWasm } from './gen/permutation.wasm.js';
import { PERMUTATION_LAGS, PERMUTATION_STATISTICS, PLACE } from './statistics.js';

/** The functions of assembly/permutation.ts; what each does is documented there. */
interface Kernels {
  shuffle(data: number, count: number): void;
  convert(bits: number, count: number, ones: number, bytes: number): void;
  excursion(data: number, count: number, mean: number): number;
  directionalRuns(data: number, count: number): void;
  medianRuns(data: number, count: number, limit: number): void;
  collisions(data: number, count: number): void;
  periodicity(data: number, count: number, lag: number): number;
  covariance(data: number, count: number, lag: number): number;
  decimalText(data: number, count: number, to: number): number;
}

// Offsets of assembly/permutation.ts.
const RESULT = 16;
const VALUE = 64 + 1024;
const TEXT = VALUE + 1024;
const TEXT_LENGTH = TEXT + 1024;
const DATA = 4096;

const PAGE_BYTES = 65_536;
let compiled: WebAssembly.Module | undefined;

const aligned = (bytes: number): number => (bytes + 63) & ~63;

/**
 * Samples in the memory of the kernel, which can be shuffled and measured. Two-valued samples are held as 0 and 1, others as they are: shifting symbols
 * down, as the standard's text has it, changes no statistic that looks at order and equality alone.
 */
export class PermutationKernel {
  /** Bytes of the text that compression works on. */
  readonly mostText: number;
  /** Whether only two values occur, so that the standard's conversions apply. */
  readonly binary: boolean;
  readonly #kernels: Kernels;
  readonly #original: Uint8Array;
  readonly #data: Uint8Array;
  readonly #state: Uint32Array;
  readonly #result: Float64Array;
  readonly #text: Uint8Array;
  readonly #mean: number;
  readonly #limit: number;
  /** Places of the two conversions of two-valued samples, and of the text. */
  readonly #ones: number;
  readonly #bytes: number;
  readonly #textAt: number;

  /** @param samples one a byte, at least two of them */
  constructor(samples: Uint8Array) {
    const { length } = samples;
    const alphabet = alphabetOf(samples);
    const { values, counts } = alphabet;
    this.binary = values.length === 2;
    const high = values[1]!;
    this.#original = this.binary ? samples.map((value) => (value === high ? 1 : 0)) : samples;
    // A sample is below the median exactly if it is below the median rounded up. Between 0 and 1 the standard takes 0.5.
    this.#limit = this.binary ? 1 : Math.ceil(medianOf(alphabet, length));
    this.#mean = values.reduce((sum, value) => sum + value * counts[value]!, 0) / length;
    this.mostText = values.reduce((sum, value) => sum + (String(value).length + 1) * counts[value]!, 0);

    this.#ones = DATA + aligned(length + 16);
    this.#bytes = this.#ones + aligned(length / 8 + 16);
    this.#textAt = this.#bytes + aligned(length / 8 + 16);
    const pages = Math.ceil((this.#textAt + this.mostText + 16) / PAGE_BYTES);
    const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
    compiled ??= new WebAssembly.Module(Buffer.from(permutationWasm, 'base64'));
    this.#kernels = new WebAssembly.Instance(compiled, { env: { memory } }).exports as unknown as Kernels;
    this.#data = new Uint8Array(memory.buffer, DATA, length);
    this.#state = new Uint32Array(memory.buffer, 0, 4);
    this.#result = new Float64Array(memory.buffer, RESULT, 3);
    this.#text = new Uint8Array(memory.buffer, this.#textAt, this.mostText);
    const words = new Uint32Array(memory.buffer, VALUE, 256);
    const texts = new Uint8Array(memory.buffer, TEXT, 1024);
    const lengths = new Uint8Array(memory.buffer, TEXT_LENGTH, 256);
    for (let symbol = 0; symbol < 256; symbol++) {
      const value = this.binary ? values[symbol & 1]! : symbol;
      words[symbol] = value;
      const text = `${value} `;
      for (let i = 0; i < text.length; i++) texts[4 * symbol + i] = text.charCodeAt(i);
      lengths[symbol] = text.length;
    }
    this.reset();
  }

  /** Samples as they lie in memory at this moment: 0 and 1 for two-valued ones. */
  get data(): Uint8Array {
    return this.#data;
  }

  /** Puts the samples back into their own order. */
  reset(): void {
    this.#data.set(this.#original);
  }

  /** Shuffles the samples; the state of xoshiro128++ decides how. */
  shuffle(state: readonly [number, number, number, number]): void {
    this.#state.set(state);
    this.#kernels.shuffle(DATA, this.#data.length);
  }

  /**
   * Measures the samples in their present order.
   * @param wanted which statistics; others become NaN
   * @param compressedLength gives the length of a text when bzip2 has compressed it
   */
  measure(wanted: (place: number) => boolean, compressedLength: (text: Uint8Array) => number): Float64Array {
    const found = new Float64Array(PERMUTATION_STATISTICS.length).fill(NaN);
    const any = (...places: number[]): boolean => places.some(wanted);
    const set = (place: number, value: number): void => {
      if (wanted(place)) found[place] = value;
    };
    const { length } = this.#data;
    const kernels = this.#kernels;
    const blocks = (length + 7) >> 3;
    const lags = PERMUTATION_LAGS.flatMap((lag) => [PLACE[`periodicity${lag}`], PLACE[`covariance${lag}`]]);
    const directional = [PLACE.directionalRuns, PLACE.longestDirectionalRun, PLACE.increasesDecreases];
    const collision = [PLACE.averageCollision, PLACE.maximumCollision];
    if (this.binary && any(...directional, ...collision, ...lags))
      kernels.convert(DATA, length, this.#ones, this.#bytes);
    const [at, count] = this.binary ? [this.#ones, blocks] : [DATA, length];

    if (any(PLACE.excursion)) set(PLACE.excursion, kernels.excursion(DATA, length, this.#mean));
    if (any(...directional)) {
      kernels.directionalRuns(at, count);
      const [runs, longest, falls] = this.#result as unknown as [number, number, number];
      set(PLACE.directionalRuns, runs);
      set(PLACE.longestDirectionalRun, longest);
      set(PLACE.increasesDecreases, Math.max(falls, count - 1 - falls));
    }
    if (any(PLACE.medianRuns, PLACE.longestMedianRun)) {
      kernels.medianRuns(DATA, length, this.#limit);
      set(PLACE.medianRuns, this.#result[0]!);
      set(PLACE.longestMedianRun, this.#result[1]!);
    }
    if (any(...collision)) {
      kernels.collisions(...(this.binary ? ([this.#bytes, blocks] as const) : ([DATA, length] as const)));
      const [sum, times, most] = this.#result as unknown as [number, number, number];
      set(PLACE.averageCollision, times === 0 ? 0 : sum / times);
      set(PLACE.maximumCollision, most);
    }
    for (const lag of PERMUTATION_LAGS) {
      const [equal, product] = [PLACE[`periodicity${lag}`], PLACE[`covariance${lag}`]];
      if (any(equal)) set(equal, kernels.periodicity(at, count, lag));
      if (any(product)) set(product, kernels.covariance(at, count, lag));
    }
    if (any(PLACE.compression)) {
      const textLength = kernels.decimalText(DATA, length, this.#textAt);
      set(PLACE.compression, compressedLength(this.#text.subarray(0, textLength)));
    }
    return found;
  }
}
