import { type RequestBody } from '../../../proto/index.js';
import { arm, clearFault, makeSafe } from './arm.js';
import { calibrate } from './calibrate.js';
import { i2cConfig, i2cRead, i2cWrite, watchI2c } from './header-bus.js';
import { hello } from './hello.js';
import { getIdentity, getLimits, getState } from './get-state.js';
import { multiplyVector } from './multiply-vector.js';
import { openBits } from './open-bits.js';
import { openMultiply } from './open-multiply.js';
import { openReadMap } from './open-read-map.js';
import { openShots } from './open-shots.js';
import { openTelemetry } from './open-telemetry.js';
import { dacWrite, pinMode, pinRead, pinWrite, pwmWrite, servoWrite } from './pin-verbs.js';
import { programTile } from './program-tile.js';
import { reboot } from './reboot.js';
import { runShots } from './run-shots.js';
import { selfTest } from './self-test.js';
import { setConfig } from './set-config.js';
import { setLogLevel } from './set-log-level.js';
import { watchAdc, watchPin } from './watch-pins.js';
import { type Verb } from './verb.js';

const verbs: readonly Verb[] = [
  hello,
  setLogLevel,
  getIdentity,
  getLimits,
  getState,
  setConfig,
  arm,
  makeSafe,
  clearFault,
  openTelemetry,
  selfTest,
  reboot,
  runShots,
  openShots,
  openBits,
  openReadMap,
  programTile,
  multiplyVector,
  openMultiply,
  calibrate,
  pinMode,
  pinRead,
  pinWrite,
  pwmWrite,
  dacWrite,
  servoWrite,
  watchPin,
  watchAdc,
  i2cConfig,
  i2cWrite,
  i2cRead,
  watchI2c,
];

/** The verbs that this board serves, by name. Every other one answers NOT_IMPLEMENTED. */
export const verbTable: ReadonlyMap<RequestBody, Verb['run']> = new Map(verbs.map(({ name, run }) => [name, run]));
