/**
 * A random process with correlation σ² e^(−λ|t|) (an Ornstein–Uhlenbeck process or a telegraph signal): its spectrum is a Lorentzian
 * with corner λ/2π. Densities are one-sided.
 */
export interface Lorentzian {
  /** σ². */
  readonly variance: number;
  /** λ, 1/s. */
  readonly rate: number;
}

/** One-sided spectral density 4 σ² λ/(λ² + ω²) at a frequency in Hz; its integral over all frequencies is σ². */
export function lorentzianDensity({ variance, rate }: Lorentzian, frequencyHz: number): number {
  return (4 * variance * rate) / (rate * rate + (2 * Math.PI * frequencyHz) ** 2);
}

/** The part of the variance that lies between two frequencies: σ² (2/π) (atan(ω2/λ) − atan(ω1/λ)). `toHz` may be infinite. */
export function lorentzianVariance({ variance, rate }: Lorentzian, fromHz: number, toHz: number): number {
  const angle = (frequencyHz: number): number => Math.atan((2 * Math.PI * frequencyHz) / rate);
  return (variance * (angle(toHz) - angle(fromHz))) / (Math.PI / 2);
}
