/** Finding the drive that an RP2040's boot loader shows. */
import { readdir, readFile, realpath, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { BoardNotFoundError, fileError, FileError, systemCode } from '../../../base/index.js';

const INFO_FILE = 'INFO_UF2.TXT';
/** What the mask ROM says it is (RP2040 datasheet, section 2.8.4.1). */
const BOARD_ID = 'RPI-RP2';

/** Where drives are mounted. */
export interface MountPlaces {
  /** The kernel's table of mounts, where there is one. */
  readonly table: string;
  /** Folders whose folders, or theirs, are mount points. */
  readonly parents: readonly string[];
  /** A link that is there while a drive of that name is plugged in, mounted or not. */
  readonly device: string;
}

/** Linux with and without a desktop, and macOS. */
export const SYSTEM_PLACES: MountPlaces = {
  table: '/proc/mounts',
  parents: ['/media', '/run/media', '/Volumes'],
  device: `/dev/disk/by-label/${BOARD_ID}`,
};

/** A drive of a boot loader. */
export interface BootVolume {
  readonly path: string;
  /** `Board-ID` of its INFO_UF2.TXT. */
  readonly boardId: string;
}

/** `Board-ID` of the boot loader that a folder belongs to, if it belongs to one. */
export async function boardIdOf(path: string): Promise<string | undefined> {
  const text = await readFile(join(path, INFO_FILE), 'latin1').catch(() => undefined);
  return text === undefined ? undefined : (/^Board-ID:\s*(.*?)\s*$/m.exec(text)?.[1] ?? '');
}

/** The drives of RP2040 boot loaders that are mounted now. */
export async function findBootVolumes(places: MountPlaces = SYSTEM_PLACES): Promise<BootVolume[]> {
  const found = new Map<string, BootVolume>();
  for (const path of [...(await fatMounts(places.table)), ...(await foldersBelow(places.parents))]) {
    const boardId = await boardIdOf(path);
    if (boardId === BOARD_ID) found.set(await realpath(path).catch(() => path), { path, boardId });
  }
  return [...found.values()];
}

/**
 * The boot loader's drive at a folder.
 * @throws FileError if there is no such folder; BoardNotFoundError if it is not the drive of an RP2040
 */
export async function bootVolumeAt(path: string): Promise<BootVolume> {
  const entry = await stat(path).catch((cause: unknown) => {
    throw fileError('use', path, cause);
  });
  if (!entry.isDirectory())
    throw new FileError(`cannot use ${path}: it is not a folder`, {
      nextStep: 'Name the mounted drive with --volume.',
    });
  const boardId = await boardIdOf(path);
  if (boardId === BOARD_ID) return { path, boardId };
  const what =
    boardId === undefined
      ? `it holds no ${INFO_FILE}`
      : `its ${INFO_FILE} ${boardId === '' ? 'names no board' : `says Board-ID ${boardId}, not ${BOARD_ID}`}`;
  throw new BoardNotFoundError(`${path} is not the drive of an RP2040’s boot loader: ${what}`, {
    nextStep: 'name the drive that appears when the board is plugged in with BOOTSEL held; nothing was written',
    details: { path },
  });
}

/** @throws FileError if the drive says that it has less room than that */
export async function checkRoom({ path }: BootVolume, bytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(path).catch((cause: unknown) => {
    throw fileError('use', path, cause);
  });
  const free = bavail * bsize;
  if (free < bytes)
    throw new FileError(`${path} has ${free} bytes free, the image has ${bytes}`, {
      nextStep: 'unplug the board and plug it in again with BOOTSEL held, which empties the drive; nothing was written',
    });
}

/** Whether a drive is plugged in and not mounted, as far as the system tells. */
export async function unmountedDevice(places: MountPlaces): Promise<string | undefined> {
  return realpath(places.device).catch(() => undefined);
}

/** Only FAT: the boot loader's is, and a network mount that hangs must not be touched. */
async function fatMounts(table: string): Promise<string[]> {
  const text = await readFile(table, 'utf8').catch(() => '');
  return text
    .split('\n')
    .map((line) => line.split(' '))
    .filter(([, path, type]) => path !== undefined && (type === 'vfat' || type === 'msdos'))
    .map(([, path]) => path!.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(parseInt(octal, 8))));
}

async function foldersBelow(parents: readonly string[]): Promise<string[]> {
  const list = async (folder: string): Promise<string[]> => {
    try {
      const entries = await readdir(folder, { withFileTypes: true });
      return entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(folder, name));
    } catch (error) {
      // Another user's, or gone meanwhile: no drive for us.
      if (systemCode(error) === undefined) throw error;
      return [];
    }
  };
  const first = (await Promise.all(parents.map(list))).flat();
  return [...first, ...(await Promise.all(first.map(list))).flat()];
}
