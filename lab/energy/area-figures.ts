import { checkNumber, checkOneOf } from '../../base/index.js';

/**
 * What energy and area were taken of. Both share one boundary; the boundary alone moves a ratio by four to five orders of magnitude, so a
 * figure without its letter says nothing.
 */
export const BOUNDARIES = {
  D: 'device pillar',
  C: 'cell with its share of line',
  M: 'macro with drivers, sense and conditioning',
  B: 'board',
} as const;
export type Boundary = keyof typeof BOUNDARIES;

/** Energy, area and, where it is known, rate of a source of random bits, SI. */
export interface BitSource {
  readonly boundary: Boundary;
  /** Energy per output bit, joules. */
  readonly energyPerBitJ: number;
  readonly areaM2: number;
  /** Output bits per second. */
  readonly rateBitPerS?: number;
}

/** The two unambiguous figures of energy and area. */
export interface AreaFigures {
  readonly boundary: Boundary;
  /** E·A, pJ·µm² per bit; lower is better. */
  readonly eapPjUm2PerBit: number;
  /** 1/(E·A), bit per joule and mm²; higher is better. */
  readonly etaBitPerJPerMm2: number;
  /** Rate per area, Gb/s/mm². */
  readonly densityGbPerSPerMm2?: number;
}

/**
 * EAP = E_bit·A and η_A = 1/(E_bit·A). The literal quotient E/(bit·area) is not offered: it rewards larger area.
 * @throws TypeError, RangeError for figures that are not positive
 */
export function areaFigures(source: BitSource): AreaFigures {
  const boundary = checkOneOf('boundary', source.boundary, Object.keys(BOUNDARIES) as Boundary[]);
  const energy = checkNumber('energyPerBitJ', source.energyPerBitJ, { min: Number.MIN_VALUE });
  const area = checkNumber('areaM2', source.areaM2, { min: Number.MIN_VALUE });
  return {
    boundary,
    eapPjUm2PerBit: energy * 1e12 * (area * 1e12),
    etaBitPerJPerMm2: 1 / (energy * (area * 1e6)),
    ...(source.rateBitPerS === undefined ? {} : { densityGbPerSPerMm2: (source.rateBitPerS * 1e-9) / (area * 1e6) }),
  };
}

/** What an output bit costs. */
export interface OutputBitEnergy {
  /** Energy of one raw bit, joules. */
  readonly rawBitJ: number;
  /** Raw bits that go into one output bit. */
  readonly rawBitsPerOutputBit: number;
  /** Conditioning of one output bit, joules. */
  readonly conditioningJ: number;
  /** Assessed min-entropy of one *output* bit, above 0 and at most 1. */
  readonly minEntropyPerOutputBit: number;
}

/**
 * E_bit = (E_raw · raw bits per output bit + E_conditioning) / h_out. The raw bits' entropy is not divided by as well: compression has paid
 * for it already.
 */
export function energyPerOutputBit(parts: OutputBitEnergy): number {
  const raw = checkNumber('rawBitJ', parts.rawBitJ, { min: 0 });
  const ratio = checkNumber('rawBitsPerOutputBit', parts.rawBitsPerOutputBit, { min: 1 });
  const conditioning = checkNumber('conditioningJ', parts.conditioningJ, { min: 0 });
  const entropy = checkNumber('minEntropyPerOutputBit', parts.minEntropyPerOutputBit, {
    min: Number.MIN_VALUE,
    max: 1,
  });
  return (raw * ratio + conditioning) / entropy;
}

/** The published generator that ours is set against: 45 nm CMOS, silicon. */
export const REFERENCE_GENERATOR: BitSource & { readonly name: string; readonly evidence: string } = {
  name: 'Intel 45 nm all-digital generator (Mathew et al., JSSC 2012): 2.4 Gb/s at 7 mW, 4004 µm²',
  evidence: 'silicon',
  boundary: 'M',
  energyPerBitJ: 2.9e-12,
  areaM2: 4004e-12,
  rateBitPerS: 2.4e9,
};

/** One end of a comparison with the reference. */
export interface RatioPoint {
  readonly boundary: Boundary;
  /** EAP of the reference divided by this source's. */
  readonly ratio: number;
}

/** How many times better than the reference, as a band over boundaries: never one number. */
export interface RatioBand {
  readonly reference: string;
  readonly evidence: string;
  readonly low: RatioPoint;
  readonly high: RatioPoint;
  readonly points: readonly RatioPoint[];
}

/** @throws RangeError for fewer than two cases: a single ratio would hide what the boundary does */
export function ratioBand(cases: readonly BitSource[]): RatioBand {
  if (cases.length < 2) throw new RangeError(`a ratio is shown as a band of two cases or more, got ${cases.length}`);
  const reference = areaFigures(REFERENCE_GENERATOR).eapPjUm2PerBit;
  const points = cases.map((source) => ({
    boundary: source.boundary,
    ratio: reference / areaFigures(source).eapPjUm2PerBit,
  }));
  const sorted = [...points].sort((a, b) => a.ratio - b.ratio);
  return {
    reference: REFERENCE_GENERATOR.name,
    evidence: REFERENCE_GENERATOR.evidence,
    low: sorted[0]!,
    high: sorted.at(-1)!,
    points,
  };
}
