import * as c from './constants.js';
import type { EnergyConstant } from './constants.js';
import type { EnergyScope } from './amount.js';

/** Changes whenever a formula or a constant does; stands in every report. */
export const ENERGY_MODEL_VERSION = 'spindrift-energy-1';

/** How a figure comes about: what a drill-down shows. */
export interface Formula {
  readonly id: string;
  readonly scope: EnergyScope;
  /** The formula in symbols; N is the number of events, V and t come with the entry. */
  readonly text: string;
  /** What it means, what is left out, and which of the usual variants it is. */
  readonly meaning: string;
  readonly constants: readonly EnergyConstant[];
}

const device = (id: string, text: string, meaning: string, constants: readonly EnergyConstant[]): Formula => ({
  id: `device.${id}`,
  scope: 'device',
  text,
  meaning,
  constants,
});
const STAND_IN = 'Summed by the stand-in board over its own cells, each with its own resistance and capacitance.';
const NOMINAL = 'The board reports counts only, so every cell is taken as the nominal one.';

const LINE_HALF = 'The half of C·V² that stands on the row line and is lost when it returns to zero.';
const DRIVER_HALF = 'The half of C·V² that the driver loses while it charges the row line.';
const line = (
  id: string,
  voltage: string,
  half: string,
  when: string,
  constants: readonly EnergyConstant[],
): Formula => ({
  id: `array.${id}`,
  scope: 'array',
  text: `E = N·½·C_line·${voltage}²`,
  meaning: `${half} ${when}`,
  constants,
});

/** Every formula of the ledger. */
export const FORMULAS: readonly Formula[] = [
  device(
    'pulse-charge',
    'E = Σ C·V²',
    `Supply-side energy of charging the junction: ½CV² is stored, ½ lost in the driver. ${STAND_IN}`,
    [c.DEVICE_MODEL_SCALE],
  ),
  device(
    'pulse-joule',
    'E = Σ ∫ V²/R(state, V) dt',
    `Joule heat of a pulse along the trajectory of the resistance. ${STAND_IN}`,
    [c.DEVICE_MODEL_SCALE],
  ),
  device('read', 'E = Σ V_r²·G·t_read', `Joule heat of reading single cells. ${STAND_IN}`, [c.DEVICE_MODEL_SCALE]),
  device(
    'mvm-static',
    'E = Σ V_r²·G·t_plane',
    `Joule heat of the driven cells while a multiplication converts. ${STAND_IN}`,
    [c.DEVICE_MODEL_SCALE],
  ),
  device('write', 'E = Σ (C·V² + ∫ V²/R dt)', `Programming pulses, charge and Joule heat together. ${STAND_IN}`, [
    c.DEVICE_MODEL_SCALE,
  ]),
  device('pulse-charge-nominal', 'E = N·C_cell·V²', `Supply-side charging. ${NOMINAL}`, [c.CELL_CAPACITANCE]),
  device(
    'pulse-joule-nominal',
    'E = N·½(1/R_P + 1/R_AP)·V²·t',
    `Joule heat at the mean conductance of both states, bias dependence left out. ${NOMINAL}`,
    [c.CELL_RESISTANCE_P, c.CELL_TMR],
  ),
  device(
    'write-nominal',
    'E = N·(C_cell·V_w² + ½(1/R_P + 1/R_AP)·V_w²·t_w)',
    `Programming pulses, charge and Joule heat together. ${NOMINAL}`,
    [c.CELL_CAPACITANCE, c.CELL_RESISTANCE_P, c.CELL_TMR, c.WRITE_AMPLITUDE, c.WRITE_WIDTH],
  ),
  device(
    'read-nominal',
    'E = N·½(1/R_P + 1/R_AP)·V_r²·t_read',
    `Joule heat of reading at the mean conductance. ${NOMINAL}`,
    [c.CELL_RESISTANCE_P, c.CELL_TMR, c.CELL_READ_TIME],
  ),
  device(
    'mvm-static-nominal',
    'E = N·½n·½(1/R_P + 1/R_AP)·V_r²·t_plane',
    `N planes on n cells, half of the rows driven. ${NOMINAL}`,
    [c.CELL_RESISTANCE_P, c.CELL_TMR, c.PLANE_PERIOD],
  ),
  line('row-line', 'V', LINE_HALF, 'One charge for each row pulse.', [c.LINE_CAPACITANCE]),
  line('row-driver', 'V', DRIVER_HALF, 'One charge for each row pulse.', [c.LINE_CAPACITANCE]),
  line('write-line', 'V_w', LINE_HALF, 'One charge for each write pulse.', [c.LINE_CAPACITANCE, c.WRITE_AMPLITUDE]),
  line('write-driver', 'V_w', DRIVER_HALF, 'One charge for each write pulse.', [c.LINE_CAPACITANCE, c.WRITE_AMPLITUDE]),
  {
    id: 'array.comparator',
    scope: 'array',
    text: 'E = N·I_cmp·V_DD·t_shot',
    meaning: 'Supply energy of one comparator during the shot that its decision belongs to.',
    constants: [c.COMPARATOR_CURRENT, c.LOGIC_SUPPLY, c.SHOT_PERIOD],
  },
  {
    id: 'array.adc',
    scope: 'array',
    text: 'E = N·E_adc',
    meaning: 'Converter power divided by its rate, for each conversion.',
    constants: [c.ADC_CONVERSION],
  },
  {
    id: 'array.tia',
    scope: 'array',
    text: 'E = N·n_col·I_tia·V_DD·t_plane',
    meaning:
      'Static supply of the column amplifiers while a bit-plane is converted (idle time between planes belongs to the rails only).',
    constants: [c.TIA_CURRENT, c.LOGIC_SUPPLY, c.PLANE_PERIOD],
  },
  {
    id: 'board.rail',
    scope: 'board',
    text: 'E = LSB·(code₁ − code₀) − P_0·T',
    meaning:
      'What a rail spent beyond its idle baseline. A rail that feeds other monitored rails is shown without them, so that every joule stands once.',
    constants: [c.SHUNT_TOLERANCE],
  },
  {
    id: 'board.idle',
    scope: 'board',
    text: 'E = P_0·T',
    meaning: 'The idle baseline over the time that passed, part of the rail and shown apart.',
    constants: [c.IDLE_POWER_USB, c.IDLE_POWER_3V3],
  },
  {
    id: 'host.rapl',
    scope: 'host',
    text: 'E = energy_uj₁ − energy_uj₀',
    meaning: 'The processor package by its own counter: everything that ran on the computer, not this program alone.',
    constants: [],
  },
  {
    id: 'host.cpu-time',
    scope: 'host',
    text: 'E = t_cpu·P_user',
    meaning: 'Processor seconds of this program times a wattage that the user gave. An estimate, not a measurement.',
    constants: [],
  },
];

const BY_ID = new Map(FORMULAS.map((formula) => [formula.id, formula]));

/** The formula with an id. */
export function formulaById(id: string): Formula | undefined {
  return BY_ID.get(id);
}
