/** johnny-five on a board: the IO plugin, and components for what is not a pin. */
export { openJohnnyFive, type JohnnyFiveOptions, type JohnnyFiveSession } from './session.js';
export { loadJohnnyFive, type BusThermometerOption, type FiveBoard, type JohnnyFive } from './five.js';
export { SpindriftIo, type I2cCallback, type PinId } from './spindrift-io.js';
export { PinClient } from './pin-client.js';
export { SteadyBoard, type SteadyBoardEvents, type SteadyBoardOptions } from './steady-board.js';
export { SpindriftComponent, type ComponentOptions } from './components/component.js';
export { BiasDac } from './components/bias-dac.js';
export { MacEngine, type MacEngineOptions, type MacProduct } from './components/mac-engine.js';
export { MagnetCoil, type CoilReading } from './components/magnet-coil.js';
export { MtjArray, type MtjArrayOptions, type MtjSample } from './components/mtj-array.js';
export { PowerMonitor, type PowerMonitorOptions, type PowerReading } from './components/power-monitor.js';
export { type KnobOptions } from './components/drive-knob.js';
