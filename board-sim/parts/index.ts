/** The board's chips as models. */
export { COIL_BUDGET_A2S, COIL_UT_PER_A, CoilGuard } from './coil.js';
export { PULSE_STEP_PS, widthSetting, type WidthSetting } from './delay-line.js';
export { Ina228, Ina228Register, INA228_BUS_LSB_V, Unwrapped40 } from './ina228.js';
export { IDLE_POWER_W, PowerModel, type RailCodes } from './power.js';
export { ThermalModel } from './thermal.js';
export { Tmp117, TMP117_LSB_C, TMP117_NOT_READY, tmp117MilliC } from './tmp117.js';
