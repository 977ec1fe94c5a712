import { FAULTLESS, type BoardScenario } from './scenario.js';

/** A good board on a good day: spreads of some per cent, all cells working. The spreads are modelling choices, not an array's data sheet. */
export const typical: BoardScenario = {
  id: 'typical',
  title: 'Typical board',
  summary: 'Cell spread of 3 %, read noise of 0.3 %, 0.5 Ω a wire segment, small converter errors, slow drift.',
  cells: {
    resistanceP: 0.03,
    tmr: 0.03,
    hk: 0.02,
    vcmaSlope: 0.01,
    strayFieldAPerM: 60,
    readNoise: 0.003,
    readNoiseSpread: 0.2,
  },
  tmrFactor: 1,
  converters: { offset: 3, gain: 0.002, bow: 0.5, sCurve: 0.5, noise: 0.5 },
  wires: { rowOhm: 0.5, colOhm: 0.5, driveOhm: 5, senseOhm: 1 },
  rowSkewS: 10e-12,
  // Over ten hours: 360 A/m (0.45 mT) and 70 ps, well inside what the controller can trim away.
  drift: { fieldAPerMPerS: 0.01, widthSPerS: 2e-15 },
  faults: FAULTLESS,
  ambientC: 25,
};
