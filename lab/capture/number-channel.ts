import { FoldingOverview, MinMaxPyramid, type Aggregate } from '../../base/index.js';
import type { ChannelSpec, SampleType } from './channel.js';
import type { ChannelData, SamplePage } from './channel-data.js';
import { PAGE_BYTES, PagedFile, type PageSource } from './paged-file.js';

/** Samples of a leaf: 12 million samples cost less than 2 MB, and the edges of a range at most two of these. */
const LEAF_SAMPLES = 1024;
/** Bins of the overview at most. */
const OVERVIEW_BINS = 2000;

type NumberType = Exclude<SampleType, 'bits'>;

function pageOf(type: NumberType, bytes: Uint8Array): SamplePage {
  if (type === 'u8') return bytes;
  if (type === 'f32') return new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2);
  return new Float64Array(bytes.buffer, bytes.byteOffset, bytes.length >> 3);
}

/** A channel of numbers: its file, a pyramid over it, and an overview of the whole. A NaN is a sample that does not exist. */
export class NumberChannel implements ChannelData {
  readonly spec: ChannelSpec;
  readonly #type: NumberType;
  readonly #size: number;
  readonly #file: PagedFile;
  readonly #pyramid: MinMaxPyramid;
  readonly #overview = new FoldingOverview(OVERVIEW_BINS);

  constructor(spec: ChannelSpec, source: PageSource) {
    this.spec = spec;
    this.#type = spec.type as NumberType;
    this.#size = { f64: 8, f32: 4, u8: 1 }[this.#type];
    this.#file = new PagedFile(source);
    const samplesAPage = PAGE_BYTES / this.#size;
    this.#pyramid = new MinMaxPyramid({
      leafSize: LEAF_SAMPLES,
      sampleAt: (index) => {
        const page = pageOf(this.#type, this.#file.page(Math.floor(index / samplesAPage)));
        return page[index % samplesAPage] ?? NaN;
      },
    });
  }

  get length(): number {
    return Math.min(Math.floor(this.#file.size / this.#size), this.#pyramid.length);
  }

  get aggregateBytes(): number {
    return this.#pyramid.bytes;
  }

  get pieceSize(): number {
    return LEAF_SAMPLES;
  }

  /**
   * Samples as they stand in the file, rounded to the channel's type; it may be the values' own memory.
   * @throws RangeError for a number that a byte cannot hold
   */
  encode(values: ArrayLike<number>): SamplePage {
    if (this.#type === 'f64') return values instanceof Float64Array ? values : new Float64Array(values);
    if (this.#type === 'f32') return new Float32Array(values);
    for (let i = 0; i < values.length; i += 1) {
      const value = values[i]!;
      if (!Number.isInteger(value) || value < 0 || value > 255)
        throw new RangeError(`a sample of ${this.spec.name} must be an integer from 0 to 255, got ${value}`);
    }
    return new Uint8Array(values);
  }

  /** Takes encoded samples into the aggregates. @returns their bytes, for the file */
  take(stored: SamplePage): Uint8Array {
    this.#aggregate(stored);
    return new Uint8Array(stored.buffer, stored.byteOffset, stored.byteLength);
  }

  /** Takes what is in the file already into the aggregates. */
  takeStored(bytes: Uint8Array): void {
    this.#aggregate(pageOf(this.#type, bytes));
  }

  #aggregate(stored: SamplePage): void {
    this.#pyramid.pushAll(stored);
    this.#overview.pushAll(stored);
  }

  aggregate(from: number, to: number): Aggregate {
    return this.#pyramid.window(from, to);
  }

  *pages(from: number, to: number): Generator<SamplePage> {
    for (const part of this.#file.parts(from * this.#size, to * this.#size)) yield pageOf(this.#type, part);
  }

  overview(): { readonly binSize: number; readonly bins: readonly Aggregate[] } {
    return { binSize: this.#overview.binSize, bins: this.#overview.bins() };
  }
}
