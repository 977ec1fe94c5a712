/** What the factory leaves in the EEPROM of an emulated board. */
import { ColumnConverters } from '../../array/index.js';
import { drawCells } from '../../array-unit/index.js';
import { factoryCalibration } from '../../board/calibration.js';
import { SwitchingTable } from '../../device/index.js';
import { DELAY_CODES, DualDelayLine, EEPROM_BYTES, delaySpreadOf } from '../../parts/index.js';
import { DEFAULT_SCENARIO, scenarioNamed, type BoardScenario } from '../../scenarios/index.js';
import { crc32 } from '../../../proto/index.js';
import { STORE_SERIAL_BYTES, storeImage, type StoreLimits } from './store-image.js';

const LINES = 64;
const PREFIX = 'EMU-';
const DIGITS = STORE_SERIAL_BYTES - PREFIX.length;

/** What a factory may choose. */
export interface Provision {
  /** Serial number; default: {@link emulatedSerial}. */
  readonly serial?: string;
  /** Limits of this array, where they are tighter than the firmware's. */
  readonly limits?: StoreLimits;
}

/** Serial number of an emulated board, the same for the same scenario and seed: the memory has room for eight characters. */
export function emulatedSerial(scenario: BoardScenario, seed: number | bigint): string {
  const number = crc32(Buffer.from(`${scenario.id}/${BigInt(seed)}`)) % 36 ** DIGITS;
  return PREFIX + number.toString(36).padStart(DIGITS, '0');
}

/**
 * Contents of the EEPROM: the first bank calibrated, the second erased. Trim and threshold are those that the factory of the behavioural board
 * leaves on the same array; offsets and delay lines are what the models have.
 *
 * @throws RangeError for an unknown scenario, or a serial number that does not fit
 */
export function factoryEeprom(
  scenario: string | BoardScenario = DEFAULT_SCENARIO,
  seed: number | bigint,
  provision: Provision,
): Uint8Array {
  const board = typeof scenario === 'string' ? scenarioNamed(scenario) : scenario;
  const { coilTrimUt, thresholdUv } = factoryCalibration({
    scenario: board,
    cells: drawCells(board, seed, { rows: LINES, cols: LINES }, 0),
    table: SwitchingTable.standard(),
  });
  const offsets = new ColumnConverters(LINES, board.converters, seed, 0).offsetCode;
  const delays = new DualDelayLine(seed, delaySpreadOf(board));
  const inl = (channel: 'A' | 'B'): number[] =>
    Array.from({ length: DELAY_CODES }, (_, code) => delays.inlPs(channel, code));
  const image = storeImage({
    generation: 1,
    serial: provision.serial ?? emulatedSerial(board, seed),
    ...(provision.limits === undefined ? {} : { limits: provision.limits }),
    coilTrimUt,
    thresholdUv,
    offsets: { mac: offsets, cell: offsets },
    inlPs: { a: inl('A'), b: inl('B') },
  });
  const eeprom = new Uint8Array(EEPROM_BYTES).fill(0xff);
  eeprom.set(image);
  return eeprom;
}
