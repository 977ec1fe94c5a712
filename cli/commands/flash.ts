import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { BoardNotFoundError, FileError, formatBytes, ProgressTracker, UsageError } from '../../base/index.js';
import { openBoard } from '../../firmware-host/host/index.js';
import { packageRoot } from '../../lab/diffusion/models/locations.js';
import { checkBoardUri } from '../board-uri.js';
import type { CommandAction, CommandContext } from '../context.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import {
  boardIdOf,
  bootVolumeAt,
  checkRoom,
  findBootVolumes,
  SYSTEM_PLACES,
  unmountedDevice,
  type BootVolume,
  type MountPlaces,
} from '../flash/boot-volumes.js';
import { readUf2File } from '../flash/uf2-file.js';
import { isThere, writeToVolume, type WriteOptions } from '../flash/write-volume.js';
import { openProgress } from '../progress-display.js';
import { pairs } from '../table.js';

const RELEASE = 'firmware-host/firmware/release/spindrift.uf2';
/** A chip that restarts itself has shown its drive long before; mounting takes what a desktop takes. */
const APPEAR_S = 20;
/** How long a drive that has the last block is given to go. */
const VANISH_S = 5;
const POLL_S = 0.2;

/** The flags of `spindrift flash`. */
export interface FlashFlags {
  readonly volume?: string;
  readonly reboot?: boolean;
}

/** What the command meets the world through; the tests give their own. */
export interface FlashWorld {
  readonly places: MountPlaces;
  /** Root of the package, below which the released image lies. */
  readonly root: string;
  readonly openFile?: WriteOptions['openFile'];
  readonly open?: typeof openBoard;
}

/** `spindrift flash`: copies a UF2 file to the drive of a chip in its boot loader. */
export const flash: CommandAction<FlashFlags, [image: string | undefined]> = (context, flags, image) =>
  flashIn({ places: SYSTEM_PLACES, root: packageRoot() }, context, flags, image);

/** {@link flash} in a given world. */
export async function flashIn(
  world: FlashWorld,
  context: CommandContext,
  flags: FlashFlags,
  image: string | undefined,
): Promise<ExitCode> {
  const { out, clock, signal } = context;
  // Before the board is disturbed: a file that no chip would run must not cost it its firmware.
  const file = await readUf2File(image ?? releasedImage(world.root));
  const volume =
    flags.reboot === true ? await rebootInto(world, context, flags.volume) : await volumeNow(world, flags.volume);
  await checkRoom(volume, file.bytes.length);

  const display = await openProgress(out);
  const tracker = new ProgressTracker({ unit: 'bytes', total: file.bytes.length, clock });
  try {
    await writeToVolume(file, volume, {
      signal,
      onProgress: (bytes) => display.update({ ...tracker.update(bytes), note: volume.path }, []),
      ...(world.openFile === undefined ? {} : { openFile: world.openFile }),
    });
  } finally {
    display.close();
  }
  const restarted = await until(context, VANISH_S, async () => ((await isThere(volume)) ? undefined : true));
  if (restarted === undefined)
    out.note(
      `warning: ${volume.path} is still there ${VANISH_S} s after the last block; if it is not only a mount that stayed, the chip did not start the firmware`,
    );
  const { bytes, blocks, sha256, path } = file;
  out.result(
    {
      image: path,
      sha256,
      bytes: bytes.length,
      blocks,
      volume: volume.path,
      boardId: volume.boardId,
      restarted: restarted === true,
    },
    () =>
      pairs([
        ['image', path],
        ['sha-256', sha256],
        ['written', `${formatBytes(bytes.length)} in ${blocks} blocks to ${volume.path}`],
        ['board', restarted === true ? 'left its boot loader' : 'still shows its boot loader’s drive'],
      ]),
  );
  return EXIT.done;
}

function releasedImage(root: string): string {
  const path = join(root, RELEASE);
  if (existsSync(path)) return path;
  throw new FileError(`there is no released firmware in this copy of Spindrift: ${path} does not exist`, {
    nextStep:
      'build an image with `npm run firmware`, which puts it into firmware-host/firmware/build/, and name it: spindrift flash firmware-host/firmware/build/firmware.uf2',
  });
}

async function volumeNow({ places }: FlashWorld, named: string | undefined): Promise<BootVolume> {
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
async function rebootInto(world: FlashWorld, context: CommandContext, named: string | undefined): Promise<BootVolume> {
  const { board: uri, signal, clock, out } = context;
  checkBoardUri(uri);
  if (named !== undefined && (await boardIdOf(named)) !== undefined)
    throw new UsageError(`${named} is the drive of a board that is in its boot loader already`, {
      nextStep: 'leave out --reboot to write to that board',
    });
  const before = new Set((await findBootVolumes(world.places)).map(({ path }) => path));
  const board = await (world.open ?? openBoard)(uri, { signal, clock });
  try {
    await board.makeSafe(signal);
    await board.reboot({ target: 'bootloader', signal });
  } finally {
    await board.close();
  }
  out.note(`${uri} goes to its boot loader; waiting for its drive`);
  const volume = await until(context, APPEAR_S, async () => {
    if (named !== undefined) return (await boardIdOf(named)) === undefined ? undefined : bootVolumeAt(named);
    return only((await findBootVolumes(world.places)).filter(({ path }) => !before.has(path)));
  });
  if (volume !== undefined) return volume;
  // Not the search without --reboot: what it would find now is another board's drive.
  const device = await unmountedDevice(world.places);
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
  { clock, signal }: CommandContext,
  seconds: number,
  ask: () => Promise<T | undefined>,
): Promise<T | undefined> {
  for (const end = clock.now() + seconds; ;) {
    const answer = await ask();
    if (answer !== undefined || clock.now() >= end) return answer;
    await clock.sleep(POLL_S, signal);
  }
}
