import { formatBytes, ProgressTracker } from '../../base/index.js';
import {
  flashBoard,
  releasedImage,
  SYSTEM_PLACES,
  type FlashOptions,
  type MountPlaces,
} from '../../firmware-host/host/flash/index.js';
import type { openBoard } from '../../firmware-host/host/index.js';
import { packageRoot } from '../../lab/diffusion/models/locations.js';
import { checkBoardUri } from '../board-uri.js';
import type { CommandAction, CommandContext } from '../context.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { openProgress } from '../progress-display.js';
import { pairs } from '../table.js';

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
  readonly openFile?: FlashOptions['openFile'];
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
  const { out, clock, signal, board } = context;
  if (flags.reboot === true) checkBoardUri(board);
  const display = await openProgress(out);
  let tracker: ProgressTracker | undefined;
  const outcome = await flashBoard({
    image: image ?? releasedImage(world.root),
    volume: flags.volume,
    reboot: flags.reboot === true ? board : undefined,
    signal,
    clock,
    places: world.places,
    openFile: world.openFile,
    open: world.open,
    onNote: (text) => display.note(text),
    onProgress: (bytes, total, volume) => {
      tracker ??= new ProgressTracker({ unit: 'bytes', total, clock });
      display.update({ ...tracker.update(bytes), note: volume.path }, []);
    },
  }).finally(() => display.close());
  const { file, volume, restarted } = outcome;
  const { bytes, blocks, sha256, path } = file;
  out.result(
    {
      image: path,
      sha256,
      bytes: bytes.length,
      blocks,
      volume: volume.path,
      boardId: volume.boardId,
      restarted,
    },
    () =>
      pairs([
        ['image', path],
        ['sha-256', sha256],
        ['written', `${formatBytes(bytes.length)} in ${blocks} blocks to ${volume.path}`],
        ['board', restarted ? 'left its boot loader' : 'still shows its boot loader’s drive'],
      ]),
  );
  return EXIT.done;
}
