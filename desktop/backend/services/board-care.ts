import { readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { BoardBusyError } from '../../../base/index.js';
import {
  findBootVolumes,
  flashBoard,
  readUf2File,
  releasedImage,
  SYSTEM_PLACES,
  unmountedDevice,
} from '../../../firmware-host/host/flash/index.js';
import { packageRoot } from '../../../lab/diffusion/models/locations.js';
import { runChecks, SystemMachine } from '../../../lab/doctor/index.js';
import type { boardCareApi, FirmwareImage, FirmwareOutlook, FlashNews } from '../../rpc/api/board-care.js';
import type { CentralPart, Handlers } from '../../rpc/define.js';
import type { BackendContext } from '../context.js';
import { scratchFolder } from '../scratch-folder.js';
import { pushed } from '../session/pushed.js';
import { emulatedSpec, restartEmulated } from './restart-emulated.js';

/** The machine's health as to boards, and their firmware. */
export function boardCareHandlers(context: BackendContext): Handlers<CentralPart<typeof boardCareApi>> {
  return {
    'boards.doctor': async () => {
      const root = packageRoot();
      const text = await readFile(join(root, 'package.json'), 'utf8');
      const { engines } = JSON.parse(text) as { engines: { node: string } };
      return runChecks(new SystemMachine(), {
        engines: engines.node,
        folder: context.runsDir,
        packageFolders: [process.cwd(), root],
      });
    },
    'boards.firmware': outlook,
    'boards.flash': (params, { signal }) => pushed(signal, (tell, stop) => flash(context, params, tell, stop)),
  };
}

async function outlook(): Promise<FirmwareOutlook> {
  const [released, volumes, unmounted] = await Promise.all([
    releasedFirmware(),
    findBootVolumes(),
    unmountedDevice(SYSTEM_PLACES),
  ]);
  return {
    volumes,
    ...(released === undefined ? {} : { released }),
    // A mounted drive has its device too.
    ...(unmounted === undefined || volumes.length > 0 ? {} : { unmounted }),
  };
}

async function releasedFirmware(): Promise<FirmwareImage | undefined> {
  try {
    const { path, sha256, bytes } = await readUf2File(releasedImage(packageRoot()));
    return { name: basename(path), sha256, bytes: bytes.length };
  } catch {
    return undefined; // A copy without firmware can still write a file that is given.
  }
}

interface FlashParams {
  readonly board?: string | undefined;
  readonly volume?: string | undefined;
  readonly image?: Uint8Array | undefined;
}

async function flash(
  context: BackendContext,
  { board, volume, image }: FlashParams,
  tell: (news: FlashNews) => void,
  signal: AbortSignal,
): Promise<void> {
  const { hub, clock } = context;
  if (board !== undefined) {
    const use = hub.entries().find(({ listing }) => listing.uri === board)?.use;
    if (use !== undefined)
      throw new BoardBusyError(`${board} is in use by ${use.title} (${use.what})`, {
        nextStep: 'Wait until it has ended, or stop it.',
      });
  }
  const folder = await scratchFolder('spindrift-firmware');
  try {
    const path = image === undefined ? releasedImage(packageRoot()) : join(folder, 'firmware.uf2');
    if (image !== undefined) await writeFile(path, image);
    const emulated = board === undefined ? undefined : emulatedSpec(board);
    if (board !== undefined && emulated !== undefined) {
      await restartEmulated(context, board, emulated, { path, given: image !== undefined }, tell, signal);
      return;
    }
    // The session holds the board, and writing opens it anew.
    if (board !== undefined) await hub.close(board);
    const outcome = await flashBoard({
      image: path,
      volume,
      reboot: board,
      signal,
      clock,
      onNote: (text) => tell({ type: 'note', text }),
      onProgress: (bytes, total, { path: at }) => tell({ type: 'progress', bytes, total, volume: at }),
    });
    tell({
      type: 'written',
      sha256: outcome.file.sha256,
      volume: outcome.volume.path,
      restarted: outcome.restarted,
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
