import { type BoardScenario } from './scenario.js';

/** A board for the scrap heap: a dead row, a dead column, breakdowns, many stuck cells. */
export const broken: BoardScenario = {
  id: 'broken',
  title: 'Broken board',
  summary: 'Row 5 and column 9 dead, 2 % of the cells stuck, 0.6 % shorted or open.',
  cells: {
    resistanceP: 0.05,
    tmr: 0.06,
    hk: 0.03,
    vcmaSlope: 0.02,
    strayFieldAPerM: 120,
    readNoise: 0.006,
    readNoiseSpread: 0.5,
  },
  tmrFactor: 0.9,
  converters: { offset: 8, gain: 0.01, bow: 2, sCurve: 2, noise: 1 },
  wires: { rowOhm: 0.8, colOhm: 0.8, driveOhm: 10, senseOhm: 2 },
  rowSkewS: 40e-12,
  drift: { fieldAPerMPerS: 10, widthSPerS: 10e-12 },
  faults: { stuckAP: 0.01, stuckP: 0.01, short: 0.001, open: 0.005, openRows: [5], openCols: [9] },
  ambientC: 30,
};
