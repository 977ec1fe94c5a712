/** The board's chips as models, and all of them around an array. */
export { AnalogLevels, LOAD_US, ROWBUS_CLAMP_V, TIA_TAU_NS, VAMP_V } from './analog-levels.js';
export { type BoardPartsOptions, type PartFaults } from './board-options.js';
export { BoardParts } from './board-parts.js';
export { COIL_BUDGET_A2S, COIL_OHM, COIL_UT_PER_A, CoilGuard } from './coil.js';
export { COIL_AMPERE_PER_V, COIL_MOST_A, COIL_TAU_S, CoilDriver, type CoilFaults } from './coil-driver.js';
export { PULSE_STEP_PS, widthSetting, type WidthSetting } from './delay-line.js';
export { AuxHeader, type HeaderChips } from './header/aux-header.js';
export { type HeaderDevice, type HeaderSpec } from './header/header-spec.js';
export { ADDRESS_MAX, ADDRESS_MIN, OWN_CHIPS } from './header/own-chips.js';
export { RegisterMemory } from './header/register-memory.js';
export { Tmp102 } from './header/tmp102.js';
export { Ads1015, Ads1015Register } from './i2c/ads1015.js';
export { Pca9554, Pca9554Register } from './i2c/pca9554.js';
export { RegisterChip, type RegisterSet } from './i2c/register-chip.js';
export { I2C_ADDRESS } from './i2c/addresses.js';
export { EEPROM_BYTES, EEPROM_HALF, EEPROM_PAGE, Eeprom24m01 } from './i2c/eeprom-24m01.js';
export { HALL_LSB_UT, HallRegister } from './i2c/hall-sensor.js';
export { I2cBus, type I2cChip, type I2cTarget } from './i2c/i2c-bus.js';
export { Ina228, Ina228Register, INA228_BUS_LSB_V, Unwrapped40 } from './ina228.js';
export { DRIVEN_PINS, EXTERNAL_PULLS, GPIO, type Level, type PinName } from './pins.js';
export { IDLE_POWER_W, PowerModel, type RailCodes } from './power.js';
export { PulseGate, SELECTOR_NS, type GatePulse } from './pulse-gate.js';
export { MONITOR_ADDRESS, SHUNT_OHM, TMP117_ADDRESS } from './rails.js';
export { ADC_AUTO_FROM_0, ADC_CARRY_ON } from './serial/ads7953.js';
export { COLUMN_LINES, CTRL } from './serial/column-drivers.js';
export { DAC_SPAN_V, DacChannel, VMID_V, dacFrame } from './serial/dac80508.js';
export {
  DELAY_CODES,
  DualDelayLine,
  PERFECT_DELAYS,
  SY89297_SPREAD,
  delaySpreadOf,
  delayWord,
  type DelaySpread,
} from './serial/dual-delay-line.js';
export { ROW_LINES } from './serial/row-switches.js';
export { ThermalModel } from './thermal.js';
export { Tmp117, TMP117_LSB_C, TMP117_NOT_READY, tmp117MilliC } from './tmp117.js';
