import { z } from 'zod';
import type { BoardIdentity } from '../../../firmware-host/host/index.js';
import type { BootVolume } from '../../../firmware-host/host/flash/index.js';
import type { Check } from '../../../lab/doctor/index.js';
import { call, onBoard, stream, type } from '../define.js';
import { board } from './boards.js';

/** A firmware file that a chip would run. */
export interface FirmwareImage {
  /** Name for a person. */
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** What firmware could be written to now. */
export interface FirmwareOutlook {
  /** The firmware that comes with this program; absent where this copy has none. */
  readonly released?: FirmwareImage;
  /** Drives of boards in their boot loaders. */
  readonly volumes: readonly BootVolume[];
  /** Device of such a drive that is plugged in and not mounted. */
  readonly unmounted?: string;
}

/** How writing firmware goes. */
export type FlashNews =
  | { readonly type: 'progress'; readonly bytes: number; readonly total: number; readonly volume: string }
  | { readonly type: 'note'; readonly text: string }
  | { readonly type: 'written'; readonly sha256: string; readonly volume: string; readonly restarted: boolean }
  /** An emulated board runs it, under an address of its own; what it says of itself. */
  | { readonly type: 'started'; readonly board: string; readonly sha256: string; readonly identity: BoardIdentity };

/** A stored calibration, as a board gives it. */
export interface CalibrationBlob {
  readonly bytes: Uint8Array;
}

const LARGEST_IMAGE = 8 * 1024 * 1024;
const LARGEST_BLOB = 4 * 1024 * 1024;
const bytes = (most: number): z.ZodType<Uint8Array, Uint8Array> =>
  z.instanceof(Uint8Array).refine(({ length }) => length > 0 && length <= most, `must hold 1 to ${most} bytes`);

/** Methods 120 to 149: what keeps boards well. */
export const boardCareApi = {
  /** What keeps boards and program from working on this machine, each finding with its remedy. */
  'boards.doctor': call(120, z.object({}), type<readonly Check[]>()),
  'boards.firmware': call(121, z.object({}), type<FirmwareOutlook>()),
  /** Writes firmware to a board in its boot loader, or to a running one, which is sent there first. An emulated board starts anew with it. */
  'boards.flash': stream(
    122,
    z.object({
      /** A running board; absent: one that is in its boot loader already. */
      board: board.optional(),
      /** Which drive, where several are there. */
      volume: z.string().max(4096).optional(),
      /** A UF2 file; absent: the firmware that comes with this program. */
      image: bytes(LARGEST_IMAGE).optional(),
    }),
    type<FlashNews>(),
  ),
  /** The stored calibration; null where the board has none. */
  'boards.getCalibration': onBoard(call(130, z.object({ board }), type<CalibrationBlob | null>())),
  /** Stores a calibration that a board gave. @returns token of the calibration now in force */
  'boards.putCalibration': onBoard(call(131, z.object({ board, blob: bytes(LARGEST_BLOB) }), type<number>())),
};
