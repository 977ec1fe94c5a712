/**
 * Coefficients of the polynomials by which the single-precision kernel makes normals, lowest power first, each a float32. Written by
 * `scripts/fit-normal-coefficients.mjs` (weighted minimax by Lawson's iteration); its `--check` fits them again.
 */
export const NORMAL_COEFFICIENTS = {
  /** −2 ln(1 + f)/f for √½ ≤ 1 + f ≤ √2. */
  log: [
    -2, 0.9999995827674866, -0.6666831970214844, 0.5000588893890381, -0.39916831254959106, 0.3308749198913574,
    -0.2983478903770447, 0.28964272141456604, -0.1791960597038269,
  ],
  /** √½ sin(π t/4)/t in t², |t| ≤ 1. */
  sine: [0.5553603768348694, -0.05709559842944145, 0.0017606053734198213, -0.000025369052309542894],
  /** √½ cos(π t/4) in t², |t| ≤ 1. */
  cosine: [0.7071067690849304, -0.21808888018131256, 0.0112075824290514, -0.00022548256674781442],
} as const;
