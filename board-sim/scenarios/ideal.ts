import { FAULTLESS, type BoardScenario } from './scenario.js';

/** Every cell the same, wires without loss, converters that only round. */
export const ideal: BoardScenario = {
  id: 'ideal',
  title: 'Ideal board',
  summary: 'Equal cells, lossless wires, no noise, converters that only round.',
  cells: {
    resistanceP: 0,
    tmr: 0,
    hk: 0,
    vcmaSlope: 0,
    strayFieldAPerM: 0,
    readNoise: 0,
    readNoiseSpread: 0,
  },
  tmrFactor: 1,
  converters: { offset: 0, gain: 0, bow: 0, sCurve: 0, noise: 0 },
  wires: { rowOhm: 1e-9, colOhm: 1e-9, driveOhm: 1e-9, senseOhm: 1e-9 },
  rowSkewS: 0,
  drift: { fieldAPerMPerS: 0, widthSPerS: 0 },
  faults: FAULTLESS,
  ambientC: 25,
};
