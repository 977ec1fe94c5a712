import type { Aggregate } from '../../base/index.js';
import type { ChannelSpec } from './channel.js';

/** Samples of a channel as numbers, in order; a view that is valid until the next is asked for. */
export type SamplePage = Float64Array | Float32Array | Uint8Array;

/** A channel to read: what is in its file, and aggregates of it. */
export interface ChannelData {
  readonly spec: ChannelSpec;
  /** Samples that are in the file. */
  readonly length: number;
  /** Memory of the aggregates, bytes. */
  readonly aggregateBytes: number;
  /** Samples of the smallest piece whose aggregate is at hand; ranges on its multiples cost no reading. */
  readonly pieceSize: number;
  /** The exact aggregate of samples `from` to `to` (excluded). @throws RangeError outside the record */
  aggregate(from: number, to: number): Aggregate;
  /** The samples `from` to `to` (excluded) themselves, from the file. @throws FileError */
  pages(from: number, to: number): Iterable<SamplePage>;
  /** The whole record in a bounded number of equal pieces (the last may be shorter), for an overview. */
  overview(): { readonly binSize: number; readonly bins: readonly Aggregate[] };
}
