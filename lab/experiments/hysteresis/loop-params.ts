import { z } from 'zod';
import { count, quantity, text } from '../params.js';

/** Parameters of the hysteresis loop. */
export const loopParams = z.object({
  fieldMax: quantity({
    label: 'Largest field',
    unit: 'A/m',
    default: 0,
    min: 0,
    max: 1e6,
    help: 'Either way; 0 takes what the coil can make.',
  }),
  fieldStep: quantity({ label: 'Step of the field', unit: 'A/m', default: 1e3, min: 1, max: 1e5 }),
  dwell: quantity({
    label: 'Dwell',
    unit: 's',
    default: 0,
    min: 0,
    max: 100,
    help: 'Board time in each field before it is read; the settling of the coil is the least.',
  }),
  loops: count({ label: 'Loops', default: 20, min: 1, max: 10_000, help: 'At each bias.' }),
  biases: text({
    label: 'Static biases',
    default: '0',
    help: 'One or more, as in -200mV,0,200mV; from two on the VCMA coefficient is fitted, row by row.',
  }),
  rows: text({ label: 'Rows', default: '0', help: 'all, or numbers and ranges as in 0-7,12.' }),
  columns: text({ label: 'Columns', default: 'all', help: 'Likewise.' }),
  tile: count({ label: 'Tile', default: 0, min: 0, max: 65_535 }),
  readVoltage: quantity({
    label: 'Read voltage',
    unit: 'V',
    default: 0.05,
    min: 0.01,
    max: 0.3,
    help: 'It acts on the anisotropy too while a cell is read.',
  }),
  averages: count({
    label: 'Averages',
    default: 4,
    min: 1,
    max: 65_535,
    help: 'Conversions averaged for each reading.',
  }),
  attemptRate: quantity({
    label: 'Attempt rate f0',
    unit: 'Hz',
    default: 1e9,
    min: 1e3,
    max: 1e15,
    help: 'A choice: switching fields cannot tell it from the barrier.',
  }),
  inPlaneField: quantity({
    label: 'In-plane field',
    unit: 'A/m',
    default: 12e3,
    min: 0,
    max: 1e6,
    help: 'Of the magnet on the carrier; it lowers every barrier.',
  }),
  saturationMagnetization: quantity({ label: 'Ms', unit: 'A/m', default: 0.625e6, min: 1, max: 1e7 }),
  freeLayerThickness: quantity({ label: 'Free layer', unit: 'm', default: 1.1e-9, min: 1e-11, max: 1e-6 }),
  oxideThickness: quantity({ label: 'Oxide', unit: 'm', default: 1.4e-9, min: 1e-11, max: 1e-6 }),
  diameter: quantity({ label: 'Diameter of the junction', unit: 'm', default: 60e-9, min: 1e-9, max: 1e-5 }),
  temperature: quantity({
    label: 'Temperature',
    unit: 'K',
    default: 0,
    min: 0,
    max: 1000,
    help: '0 takes what the board measures.',
  }),
  coilContinuous: quantity({
    label: 'Continuous field of the coil',
    unit: 'A/m',
    default: 11_936,
    min: 1,
    max: 1e6,
    help: 'What it holds for good; beyond it the coil is rested between passages.',
  }),
  coilBudget: quantity({
    label: 'Heat budget of the coil',
    unit: 's',
    default: 80,
    min: 0.001,
    max: 1e6,
    help: 'Time that it takes root two times the continuous field from cold.',
  }),
});

export type LoopParams = z.output<typeof loopParams>;
