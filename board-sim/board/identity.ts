import { spindrift } from '../../proto/index.js';
import { type BoardScenario } from '../scenarios/index.js';
import { type ArrayGeometry } from '../array-unit/index.js';

const { BoardKind, Feature } = spindrift.v1;

/** Version of the behavioural board, as `firmware` of its identity. */
export const SIMULATED_FIRMWARE = '0.1.0';

/** Verbs served; what is not listed answers NOT_IMPLEMENTED. */
export const FEATURES: readonly spindrift.v1.Feature[] = [
  Feature.FEATURE_SHOTS,
  Feature.FEATURE_SHOT_STREAM,
  Feature.FEATURE_BITS,
  Feature.FEATURE_VON_NEUMANN,
  Feature.FEATURE_XOR_FOLD,
  Feature.FEATURE_BIAS_CONTROLLER,
  Feature.FEATURE_READ_MAP,
  Feature.FEATURE_PROGRAM_TILE,
  Feature.FEATURE_MULTIPLY_VECTOR,
  Feature.FEATURE_MULTIPLY_STREAM,
  Feature.FEATURE_CALIBRATE,
  Feature.FEATURE_TELEMETRY,
  Feature.FEATURE_MODELLED_ENERGY,
  Feature.FEATURE_SELF_TEST,
  Feature.FEATURE_REBOOT,
  Feature.FEATURE_COIL,
  Feature.FEATURE_PINS,
  Feature.FEATURE_PIN_WATCH,
  Feature.FEATURE_I2C,
  Feature.FEATURE_LOG,
];

/** Serial number of a simulated board: the same for the same scenario, seed and size. */
export function simulatedSerial(scenario: BoardScenario, seed: number | bigint, geometry: ArrayGeometry): string {
  const size = geometry.rows === 64 && geometry.cols === 64 ? '' : `-${geometry.rows}x${geometry.cols}`;
  return `SIM-${scenario.id}-${BigInt(seed).toString(36)}${size}`.slice(0, 31);
}

/** Who the board says it is. */
export function identityOf(
  scenario: BoardScenario,
  seed: number | bigint,
  geometry: ArrayGeometry,
): spindrift.v1.Identity.$Shape {
  return {
    kind: BoardKind.BOARD_KIND_SIMULATED,
    model: 'Spindrift VCMA-MTJ array board',
    serial: simulatedSerial(scenario, seed, geometry),
    revision: 1,
    arrayId: `${scenario.id}-${BigInt(seed).toString(36)}`.slice(0, 31),
    geometry: { ...geometry },
    firmware: SIMULATED_FIRMWARE,
    gitHash: 'behavioural',
    buildFlags: 'simulated',
    name: `${scenario.title} (simulated)`.slice(0, 31),
  };
}
