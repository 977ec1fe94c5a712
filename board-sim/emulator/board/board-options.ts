/** What emulated boards are made of, whoever plugs them in. */
import type { Clock } from '../../../base/index.js';
import { BoardParts, type HeaderSpec, type PartFaults } from '../../parts/index.js';
import type { BoardScenario } from '../../scenarios/index.js';
import { readFirmwareImage } from '../image/firmware-image.js';
import { factoryEeprom, type Provision } from '../store/factory-eeprom.js';
import { ChipOnBoard } from './chip-on-board.js';
import type { Pace } from './pace.js';

/** Lines of the array that the firmware drives. */
const LINES = 64;

/** What to make an emulated board of. */
export interface EmulatedBoardOptions {
  /** A firmware file: UF2, ELF or raw image. */
  readonly image: Uint8Array;
  /** A named scenario, or numbers of one's own. Default: typical. */
  readonly scenario?: string | BoardScenario;
  /** Draws the board as it draws the behavioural one, and the chip's memory at power-on. Default 1. */
  readonly seed?: number | bigint;
  /** Size of the array. The firmware drives 64 × 64 and nothing else so far. */
  readonly rows?: number;
  readonly cols?: number;
  /** What is wrong with the parts. */
  readonly faults?: PartFaults;
  /** What hangs on the auxiliary header. Default: nothing. */
  readonly header?: HeaderSpec;
  /** Contents of the EEPROM; erased without. */
  readonly eeprom?: Uint8Array;
  /** Fills the EEPROM as a factory does: serial number and calibration of this very board. Not together with `eeprom`. */
  readonly provision?: Provision;
  /** Default `free`. */
  readonly pace?: Pace;
  /** The computer's clock, for the pace `wall`. */
  readonly wallClock?: Clock;
  /** Whether what silicon would not forgive stops the machine. Default true. */
  readonly strict?: boolean;
  /** Told of what a chip would bear but nobody can want. */
  readonly onTrouble?: (message: string, nanos: number) => void;
}

/**
 * Puts a board together.
 * @throws RangeError for an unknown scenario or a size that the firmware does not drive; FirmwareImageError for an image that does not boot
 */
export function boardFromOptions(options: EmulatedBoardOptions): ChipOnBoard {
  const { image, scenario, seed = 1, faults, header, provision, onTrouble, strict = true } = options;
  if (provision !== undefined && options.eeprom !== undefined)
    throw new RangeError('provision fills the EEPROM: give either it or eeprom');
  const eeprom = provision === undefined ? options.eeprom : factoryEeprom(scenario, seed, provision);
  for (const name of ['rows', 'cols'] as const)
    if ((options[name] ?? LINES) !== LINES)
      throw new RangeError(`${name} must be ${LINES}, which is what the firmware drives, got ${options[name]}`);
  const parts = new BoardParts({
    seed,
    ...(scenario === undefined ? {} : { scenario }),
    ...(faults === undefined ? {} : { faults }),
    ...(header === undefined ? {} : { header }),
    ...(eeprom === undefined ? {} : { eeprom }),
    ...(onTrouble === undefined ? {} : { onTrouble }),
  });
  return new ChipOnBoard({ flash: readFirmwareImage(image), parts, seed, strict });
}
