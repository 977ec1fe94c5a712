/** Numbers of a drawing: an array or a typed array. */
export type Numbers = readonly number[] | Float64Array | Float32Array;

/** One axis of a drawing. */
export interface AxisOptions {
  readonly label: string;
  /** SI base unit; absent for a pure number. The axis gets one prefix. */
  readonly unit?: string;
  /** Default linear. A logarithmic axis leaves out what is not positive, and the figure says how many values that were. */
  readonly scale?: 'linear' | 'log';
  /** Limits, SI; absent ones follow the data. What lies outside is left out, and the figure says so. */
  readonly min?: number;
  readonly max?: number;
}
