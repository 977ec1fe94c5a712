/**
 * The constants of the energy model, each in one place with its source.
 *
 * No copy of the board has been built. A figure marked `unverified` was not read in a part's datasheet; a `design` figure is a decision
 * of the board's design. The relative uncertainties are judgements, stated so that they travel with every figure.
 */

/** How far a constant can be trusted. */
export type ConstantTrust = 'datasheet' | 'unverified' | 'design' | 'calculated' | 'user';

export interface EnergyConstant {
  readonly symbol: string;
  readonly value: number;
  readonly unit: string;
  /** Standard uncertainty divided by the value. */
  readonly relativeSigma: number;
  readonly trust: ConstantTrust;
  readonly source: string;
}

const constant = (
  symbol: string,
  value: number,
  unit: string,
  relativeSigma: number,
  trust: ConstantTrust,
  source: string,
): EnergyConstant => ({ symbol, value, unit, relativeSigma, trust, source });

/** Capacitance that one row pulse charges. */
export const LINE_CAPACITANCE = constant('C_line', 10e-12, 'F', 0.3, 'design', 'row trace on the board, as designed');
/** Supply of comparators, amplifiers and logic. */
export const LOGIC_SUPPLY = constant('V_DD', 3.3, 'V', 0.01, 'design', '3.3 V rail, as designed');
/** Supply current of one comparator. */
export const COMPARATOR_CURRENT = constant(
  'I_cmp',
  3.2e-3,
  'A',
  0.1,
  'datasheet',
  'TLV3501-class comparator, supply current',
);
/** Time that one comparator decision takes: a whole shot with relax 7 and settle 23. */
export const SHOT_PERIOD = constant('t_shot', 656e-9, 's', 0, 'calculated', 'cycles of the pulse sequencer at 125 MHz');
/** Energy of one 12-bit conversion. */
export const ADC_CONVERSION = constant(
  'E_adc',
  10e-9,
  'J',
  0.4,
  'unverified',
  'ADS7953-class converter: 10 mW at 1 MS/s; sources give 4.5–12.5 mW',
);
/** Supply current of one column's current amplifier. */
export const TIA_CURRENT = constant('I_tia', 1e-3, 'A', 0.5, 'unverified', 'column amplifier: 64 mA for 64 columns');
/** Time of one input bit-plane of a multiplication: row switch, settling, 18 converter frames. */
export const PLANE_PERIOD = constant(
  't_plane',
  21.4e-6,
  's',
  0,
  'calculated',
  'row switch 0.1 µs, settling 1.0 µs, 18 frames of 1.128 µs',
);
/** Amplitude of the pulse that programs cells: a factory setting, independent of the drive of bits. */
export const WRITE_AMPLITUDE = constant('V_w', 1.45, 'V', 0.02, 'design', 'factory write pulse of the board');
/** Its width. */
export const WRITE_WIDTH = constant('t_w', 1.18e-9, 's', 0.02, 'design', 'factory write pulse of the board');
/** Junction capacitance of the default stack. */
export const CELL_CAPACITANCE = constant(
  'C_cell',
  0.22e-15,
  'F',
  0.2,
  'calculated',
  'ε0·9.7·A/t_ox, diameter 70 nm, oxide 1.5 nm',
);
/** Parallel resistance of the default stack. */
export const CELL_RESISTANCE_P = constant('R_P', 52e3, 'Ω', 0.1, 'calculated', 'RA 200 Ω·µm², diameter 70 nm');
/** Tunnel magnetoresistance of the default stack. */
export const CELL_TMR = constant('TMR', 1, '', 0.1, 'design', 'default device, (R_AP − R_P)/R_P at low bias');
/** Time of one read of a cell. */
export const CELL_READ_TIME = constant(
  't_read',
  208e-9,
  's',
  0,
  'calculated',
  'read bias on until the latch, relax 7 and settle 23',
);
/** Power of the idle board at its USB supply. */
export const IDLE_POWER_USB = constant(
  'P_0,USB5V',
  2.0,
  'W',
  0.2,
  'unverified',
  'sum of the parts’ supply currents through a 90 % converter',
);
/** Part of it that goes through the 3.3 V rail. */
export const IDLE_POWER_3V3 = constant('P_0,3V3', 1.8, 'W', 0.2, 'unverified', 'sum of the parts’ supply currents');
/** Scale error of a rail's monitor. */
export const SHUNT_TOLERANCE = constant('δ_shunt', 1, '', 0.01, 'design', 'shunt resistor tolerance 1 %');
/** Scale error of everything that a device model says: its resistance–area product and capacitance are one for all cells. */
export const DEVICE_MODEL_SCALE = constant(
  'δ_RA',
  1,
  '',
  0.1,
  'design',
  'resistance–area product of the modelled stack ±10 %',
);
