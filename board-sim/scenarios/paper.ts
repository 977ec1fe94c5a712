import { FAULTLESS, type BoardScenario } from './scenario.js';

/**
 * An array such as the work that this simulator follows might have used (Cheng et al., Nat. Commun. 16, 5022 (2025)). Its abstract is all that
 * is known here, and it names no figure of a device, an array or a converter. **Every number below is an assumption**, none is the paper's:
 *
 * - the junction of the board: 60 nm, 50.9 kΩ parallel, TMR 120 %, 64 × 64 cells unless asked otherwise;
 * - cells of a research line rather than a product: 5 % in R and TMR, 3 % in Hk, of which 20 % are common to the array and 30 % vary over it
 *   with a length of 16 cells;
 * - read noise of 0.5 % of a cell's conductance;
 * - wires on the chip, thinner than a carrier's: 1 Ω a segment, 20 Ω drivers, 5 Ω senses: κ = 0.08;
 * - converters of eight effective bits: the board's twelve with 4.6 codes of noise;
 * - no broken cells, no drift but the board's own, 25 °C.
 */
export const paper: BoardScenario = {
  id: 'paper',
  title: 'Paper-like board',
  summary:
    'Assumed figures of a research array, none of them published: spreads of 5 % correlated over the die, eight effective bits.',
  cells: {
    resistanceP: 0.05,
    tmr: 0.05,
    hk: 0.03,
    vcmaSlope: 0.02,
    strayFieldAPerM: 80,
    readNoise: 0.005,
    readNoiseSpread: 0.3,
    correlation: { globalShare: 0.2, fieldShare: 0.3, fieldLengthCells: 16, fieldKernel: 'exponential' },
  },
  tmrFactor: 1,
  converters: { offset: 4, gain: 0.005, bow: 1, sCurve: 1, noise: 4.6 },
  wires: { rowOhm: 1, colOhm: 1, driveOhm: 20, senseOhm: 5 },
  rowSkewS: 10e-12,
  drift: { fieldAPerMPerS: 0.01, widthSPerS: 2e-15 },
  faults: FAULTLESS,
  ambientC: 25,
};
