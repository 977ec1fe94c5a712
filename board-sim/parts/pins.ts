/** The pins between microcontroller and board, by number. SPI clocks and data and the I²C lines travel as words and bytes, not as edges. */
export const GPIO = {
  D0: 0,
  D1: 1,
  D2: 2,
  D3: 3,
  D4: 4,
  D5: 5,
  D6: 6,
  D7: 7,
  SHLD: 8,
  FCLK: 9,
  TRIG_A: 10,
  TRIG_B: 11,
  PULSE_SEL: 12,
  DAC_CS: 13,
  ROW_SYNC: 17,
  ADC_CS: 22,
  ADC_MOSI: 23,
  COL_LATCH: 24,
  LED: 25,
  DLY_LOAD: 26,
  COIL_EN: 27,
  ARRAY_EN: 28,
  INTERLOCK: 29,
} as const;
export type PinName = keyof typeof GPIO;
export type Level = 0 | 1;

/** Level of a pin that the microcontroller does not drive: external resistors, else the pad's own pull-down after a reset. */
export const EXTERNAL_PULLS: Partial<Record<PinName, Level>> = {
  DAC_CS: 1,
  ROW_SYNC: 1,
  ADC_CS: 1,
  SHLD: 1,
  COIL_EN: 0,
  ARRAY_EN: 0,
};

/** What the microcontroller drives. */
export const DRIVEN_PINS = [
  'SHLD',
  'FCLK',
  'TRIG_A',
  'TRIG_B',
  'PULSE_SEL',
  'DAC_CS',
  'ROW_SYNC',
  'ADC_CS',
  'ADC_MOSI',
  'COL_LATCH',
  'LED',
  'DLY_LOAD',
  'COIL_EN',
  'ARRAY_EN',
] as const satisfies readonly PinName[];
