import { checkNumber } from '../../../base/index.js';
import type { BoardLimits } from '../../../firmware-host/host/index.js';

export type AxisScale = 'linear' | 'logarithmic';

/** One axis of a map as a person asks for it. */
export interface AxisRequest {
  /** Of the parameters, for messages. */
  readonly name: string;
  readonly from: number;
  readonly to: number;
  /** Points, both ends among them; 1 = `from` alone. */
  readonly points: number;
  readonly scale: AxisScale;
  /** Resolution that the board can set; points that fall together are one. */
  readonly step: number;
}

/**
 * The points of an axis, rising, on the board's resolution.
 * @throws RangeError when the ends are the wrong way round, or a logarithmic axis does not stay above 0
 */
export function axisPoints({ name, from, to, points, scale, step }: AxisRequest): number[] {
  checkNumber(`${name}Points`, points, { min: 1, integer: true });
  if (to < from) throw new RangeError(`${name}To must not be below ${name}From = ${from}, got ${to}`);
  if (scale === 'logarithmic' && from <= 0)
    throw new RangeError(`${name}From must be above 0 on a logarithmic axis, got ${from}`);
  const at = (share: number): number =>
    scale === 'linear' ? from + share * (to - from) : from * Math.exp(share * Math.log(to / from));
  const values = Array.from({ length: points }, (_, k) => onStep(at(points === 1 ? 0 : k / (points - 1)), step));
  return [...new Set(values)];
}

/** The middle between two points of an axis on the board's resolution; undefined when there is none between them. */
export function middleOf(low: number, high: number, scale: AxisScale, step: number): number | undefined {
  const middle = onStep(scale === 'linear' ? (low + high) / 2 : Math.sqrt(low * high), step);
  return middle > low && middle < high ? middle : undefined;
}

/** Whether the board gives pulses of this amplitude and width. What it would refuse is left out of a map, never clipped. */
export function allowsPulse(limits: BoardLimits, voltageV: number, widthS: number): boolean {
  const magnitude = Math.abs(voltageV);
  const { amplitudeV, pulseWidthS, pulses, bipolar } = limits;
  if (voltageV < 0 && !bipolar) return false;
  if (magnitude < amplitudeV.min - VOLT_SLACK || magnitude > amplitudeV.max + VOLT_SLACK) return false;
  if (widthS < pulseWidthS.min - WIDTH_SLACK || widthS > pulseWidthS.max + WIDTH_SLACK) return false;
  if (pulses.length === 0) return true;
  const stair = pulses.find((pulse) => widthS <= pulse.widthS + WIDTH_SLACK);
  return stair !== undefined && magnitude <= stair.amplitudeV + VOLT_SLACK;
}

/** Half a unit of the wire: what rounds into range is in range. */
const VOLT_SLACK = 0.5e-6;
const WIDTH_SLACK = 0.5e-12;

/** The nearest multiple of a step, without the digits that binary fractions leave behind. */
function onStep(value: number, step: number): number {
  return step > 0 ? Number((Math.round(value / step) * step).toPrecision(12)) : value;
}
