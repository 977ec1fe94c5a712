/** The whole way of an image to a board: judged, the drive found or asked for, written, the restart watched. */
import { BoardNotFoundError, systemClock, UsageError, type Clock } from '../../../base/index.js';
import { openBoard } from '../open-board.js';
import {
  boardIdOf,
  bootVolumeAt,
  checkRoom,
  findBootVolumes,
  SYSTEM_PLACES,
  unmountedDevice,
  type BootVolume,
  type MountPlaces,
} from './boot-volumes.js';
import { readUf2File, type Uf2File } from './uf2-file.js';
import { isThere, writeToVolume, type WriteOptions } from './write-volume.js';

/** A chip that restarts itself has shown its drive long before; mounting takes what a desktop takes. */
const APPEAR_S = 20;
/** How long a drive that has the last block is given to go. */
const VANISH_S = 5;
const POLL_S = 0.2;

/** Which board gets the image. */
export interface FlashTarget {
  /** Folder of the boot loader's drive; default: the only one that is mounted. */
  readonly volume?: string | undefined;
  /** URI of a running board, which is made safe and sent to its boot loader first. */
  readonly reboot?: string | undefined;
}

/** How to put firmware on a board. */
export interface FlashOptions extends FlashTarget {
  /** A UF2 file, or where it lies. */
  readonly image: string;
  readonly signal?: AbortSignal | undefined;
  readonly clock?: Clock | undefined;
  /** Bytes written so far, after each piece. */
  readonly onProgress?: ((bytes: number, total: number, volume: BootVolume) => void) | undefined;
  /** What a person should know meanwhile. */
  readonly onNote?: ((text: string) => void) | undefined;
  /** Where drives are mounted. */
  readonly places?: MountPlaces | undefined;
  /** How the file on the drive is opened; the tests give their own. */
  readonly openFile?: WriteOptions['openFile'] | undefined;
  /** How the running board is opened. */
  readonly open?: typeof openBoard | undefined;
}

/** What was written where. */
export interface FlashOutcome {
  readonly file: Uf2File;
  readonly volume: BootVolume;
  /** Whether the drive went away, which is how a chip starts its new firmware. */
  readonly restarted: boolean;
}

/**
 * Puts an image on a board in its boot loader.
 * @throws FileError, DataError for an image that no chip would run, before the board is disturbed; BoardNotFoundError if no drive is there, UsageError if
 * there are several; BoardLostError if the drive vanishes early; the errors of `openBoard`; an AbortError
 */
export async function flashBoard(options: FlashOptions): Promise<FlashOutcome> {
  const { onProgress, signal, openFile, onNote } = options;
  // Before the board is disturbed: a file that no chip would run must not cost it its firmware.
  const file = await readUf2File(options.image);
  const volume = options.reboot === undefined ? await volumeNow(options) : await rebootInto(options.reboot, options);
  const total = file.bytes.length;
  await checkRoom(volume, total);
  await writeToVolume(file, volume, {
    ...(signal && { signal }),
    onProgress: (bytes) => onProgress?.(bytes, total, volume),
    ...(openFile && { openFile }),
  });
  const restarted = await until(options, VANISH_S, async () => ((await isThere(volume)) ? undefined : true));
  if (restarted === undefined)
    onNote?.(
      `warning: ${volume.path} is still there ${VANISH_S} s after the last block; if it is not only a mount that stayed, the chip did not start the firmware`,
    );
  return { file, volume, restarted: restarted === true };
}

async function volumeNow({ places = SYSTEM_PLACES, volume: named }: FlashOptions): Promise<BootVolume> {
  if (named !== undefined) return bootVolumeAt(named);
  const volume = only(await findBootVolumes(places));
  if (volume !== undefined) return volume;
  const device = await unmountedDevice(places);
  throw new BoardNotFoundError(
    device === undefined
      ? 'no board in its boot loader was found'
      : `a board’s drive is there as ${device}, but is not mounted`,
    {
      nextStep:
        device === undefined
          ? 'hold the button BOOTSEL while the board is plugged in, or use --reboot for a board that runs; then its drive RPI-RP2 appears'
          : 'mount it, and name the folder with --volume',
    },
  );
}

/** Asks the running board for its boot loader and waits for the drive that was not there before. */
async function rebootInto(uri: string, options: FlashOptions): Promise<BootVolume> {
  const { signal, clock, places = SYSTEM_PLACES, volume: named, open = openBoard, onNote } = options;
  if (named !== undefined && (await boardIdOf(named)) !== undefined)
    throw new UsageError(`${named} is the drive of a board that is in its boot loader already`, {
      nextStep: 'leave out --reboot to write to that board',
    });
  const before = new Set((await findBootVolumes(places)).map(({ path }) => path));
  const board = await open(uri, { ...(signal && { signal }), ...(clock && { clock }) });
  try {
    await board.makeSafe(signal);
    await board.reboot({ target: 'bootloader', ...(signal && { signal }) });
  } finally {
    await board.close();
  }
  onNote?.(`${uri} goes to its boot loader; waiting for its drive`);
  const volume = await until(options, APPEAR_S, async () => {
    if (named !== undefined) return (await boardIdOf(named)) === undefined ? undefined : bootVolumeAt(named);
    return only((await findBootVolumes(places)).filter(({ path }) => !before.has(path)));
  });
  if (volume !== undefined) return volume;
  // Not the search without --reboot: what it would find now is another board's drive.
  const device = await unmountedDevice(places);
  throw new BoardNotFoundError(`no drive of a boot loader appeared within ${APPEAR_S} s`, {
    nextStep: `mount it${device === undefined ? '' : ` (${device})`} and repeat the command without --reboot`,
  });
}

function only(volumes: readonly BootVolume[]): BootVolume | undefined {
  if (volumes.length > 1)
    throw new UsageError(`several boards are in their boot loaders: ${volumes.map(({ path }) => path).join(', ')}`, {
      nextStep: 'name one with --volume',
    });
  return volumes[0];
}

/** Asks until there is an answer, at most that long. */
async function until<T>(
  { clock = systemClock, signal }: FlashOptions,
  seconds: number,
  ask: () => Promise<T | undefined>,
): Promise<T | undefined> {
  for (const end = clock.now() + seconds; ;) {
    const answer = await ask();
    if (answer !== undefined || clock.now() >= end) return answer;
    await clock.sleep(POLL_S, signal);
  }
}
