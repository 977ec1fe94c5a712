import { type BoardScenario } from './scenario.js';

/** A board after a long life: wider spreads, less TMR, faster drift, some stuck cells. */
export const aged: BoardScenario = {
  id: 'aged',
  title: 'Aged board',
  summary: 'Wider spreads, 15 % less TMR, twice the noise, faster drift, 0.4 % of the cells stuck or open.',
  cells: {
    resistanceP: 0.06,
    tmr: 0.08,
    hk: 0.035,
    vcmaSlope: 0.03,
    strayFieldAPerM: 150,
    readNoise: 0.006,
    readNoiseSpread: 0.5,
  },
  tmrFactor: 0.85,
  converters: { offset: 6, gain: 0.005, bow: 1, sCurve: 1, noise: 0.8 },
  wires: { rowOhm: 0.6, colOhm: 0.6, driveOhm: 7, senseOhm: 1.5 },
  rowSkewS: 25e-12,
  drift: { fieldAPerMPerS: 0.2, widthSPerS: 0.2e-12 },
  faults: { stuckAP: 0.002, stuckP: 0.001, short: 0, open: 0.001, openRows: [], openCols: [] },
  ambientC: 35,
};
