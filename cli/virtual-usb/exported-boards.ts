/** The boards that a command line names for export. */
import { UsageError } from '../../base/index.js';
import { scenarioNamed, simulatedSerial, type VirtualBoardSpec } from '../../board-sim/index.js';
import { checkBoot2 } from '../../board-sim/emulator/image/boot2.js';
import { readFirmwareImage } from '../../board-sim/emulator/image/firmware-image.js';
import { emulatedSerial } from '../../board-sim/emulator/store/factory-eeprom.js';
import { readFirmware } from '../../firmware-host/host/transport/firmware-file.js';
import { DEFAULT_LINES, formatEmuUri, formatSimUri } from '../../firmware-host/host/uri.js';
import { checkBoardUri } from '../board-uri.js';

/** A board before it runs. */
export interface ExportedBoard {
  readonly uri: string;
  readonly kind: 'simulated' | 'emulated';
  /** What its USB device will say. */
  readonly serial: string;
  readonly spec: VirtualBoardSpec;
}

const DEFAULT_SEED = 1;

/**
 * Reads the URIs, and the firmware where one is needed.
 * @throws UsageError for a board that cannot be exported, or two that could not be told apart; what a wrong URI or firmware throws
 */
export async function exportedBoards(uris: readonly string[], speed: 'full' | 'unpaced'): Promise<ExportedBoard[]> {
  const boards: ExportedBoard[] = [];
  for (const uri of uris) boards.push(await exportedBoard(uri, speed));
  for (const [k, { serial, uri }] of boards.entries()) {
    const twin = boards.slice(0, k).find((other) => other.serial === serial);
    if (twin !== undefined)
      throw new UsageError(`${twin.uri} and ${uri} would both have the serial number ${serial}`, {
        nextStep: 'give one of them another seed, for instance sim:typical?seed=2',
      });
  }
  return boards;
}

async function exportedBoard(text: string, speed: 'full' | 'unpaced'): Promise<ExportedBoard> {
  const uri = checkBoardUri(text);
  if (uri.scheme === 'sim') {
    const { seed = DEFAULT_SEED, rows = DEFAULT_LINES, cols = DEFAULT_LINES, tiles = 1, scenario } = uri;
    const { ambientC, faults } = uri;
    const extras = {
      ...(ambientC === undefined ? {} : { ambientC }),
      ...(faults === undefined ? {} : { boardFaults: faults }),
    };
    const board = { scenario, seed, rows, cols, tiles, ...extras };
    const serial = simulatedSerial(scenarioNamed(scenario), seed, board);
    return { uri: formatSimUri(uri), kind: 'simulated', serial, spec: { kind: 'simulated', board, speed } };
  }
  if (uri.scheme !== 'emu')
    throw new UsageError(`${text} cannot be exported as a virtual USB device`, {
      nextStep: 'name simulated (sim:) or emulated (emu:) boards',
    });
  const { seed = DEFAULT_SEED, scenario } = uri;
  const image = await readFirmware(uri.image);
  // Whoever names a wrong file is told here, not by a thread that ends.
  checkBoot2(readFirmwareImage(image));
  const serial = emulatedSerial(scenarioNamed(scenario), seed);
  const board = { image, scenario, seed, provision: {}, pace: 'wall' } as const;
  return { uri: formatEmuUri(uri), kind: 'emulated', serial, spec: { kind: 'emulated', board } };
}
