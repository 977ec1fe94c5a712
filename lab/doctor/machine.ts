/** The machine as `spindrift doctor` looks at it. Everything it reads goes through here, so that a test can build a machine of its own. */
import { open, readdir, readFile, readlink, stat, statfs } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { systemCode } from '../runs/file-errors.js';

/** A file's owner and permissions. */
export interface NodeMode {
  /** Permission bits, as 0o660. */
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
}

/** Who runs the program. */
export interface Person {
  readonly name: string;
  readonly uid: number;
  /** Groups of this process: what counts now, whatever /etc/group says for the next log-in. */
  readonly gids: readonly number[];
}

/** See the head of this file. Paths are absolute; what cannot be read is absent. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly nodeVersion: string;
  readonly person: Person;
  /** Folders with programs. */
  readonly path: readonly string[];
  /** Where a path of this machine is, for who reads it without this interface. */
  at(path: string): string;
  readText(path: string): Promise<string | undefined>;
  /** Names in a folder, sorted. */
  list(path: string): Promise<readonly string[]>;
  exists(path: string): Promise<boolean>;
  /** What a link says. */
  link(path: string): Promise<string | undefined>;
  mode(path: string): Promise<NodeMode | undefined>;
  /** Opens a device for reading and writing and closes it again; the system's code if that is refused. */
  tryOpen(path: string): Promise<string | undefined>;
  freeBytes(path: string): Promise<number | undefined>;
  /** Loads the USB library; the reason if that fails. */
  tryUsb(): Promise<string | undefined>;
}

/** Reads a machine's files below a folder. The rest of {@link Machine} is the caller's. */
export class MachineFiles {
  readonly #root: string;

  /** @param root `/` for the machine itself */
  constructor(root: string) {
    this.#root = root;
  }

  at(path: string): string {
    return join(this.#root, path);
  }

  async readText(path: string): Promise<string | undefined> {
    return readFile(this.at(path), 'utf8').catch(() => undefined);
  }

  async list(path: string): Promise<readonly string[]> {
    return (await readdir(this.at(path)).catch((): string[] => [])).sort();
  }

  async exists(path: string): Promise<boolean> {
    return stat(this.at(path)).then(
      () => true,
      () => false,
    );
  }

  async link(path: string): Promise<string | undefined> {
    return readlink(this.at(path)).catch(() => undefined);
  }

  async mode(path: string): Promise<NodeMode | undefined> {
    return stat(this.at(path)).then(
      ({ mode, uid, gid }) => ({ mode: mode & 0o7777, uid, gid }),
      () => undefined,
    );
  }
}

/** This machine. */
export class SystemMachine extends MachineFiles implements Machine {
  readonly platform = process.platform;
  readonly nodeVersion = process.versions.node;
  readonly path = (process.env['PATH'] ?? '').split(process.platform === 'win32' ? ';' : ':').filter((p) => p !== '');

  constructor() {
    super('/');
  }

  get person(): Person {
    const uid = process.getuid?.() ?? -1;
    const gids = process.getgroups?.() ?? [];
    try {
      return { name: userInfo().username, uid, gids };
    } catch {
      // A container may run under a number that has no name.
      return { name: String(uid), uid, gids };
    }
  }

  async tryOpen(path: string): Promise<string | undefined> {
    try {
      await (await open(path, 'r+')).close();
      return undefined;
    } catch (error) {
      return systemCode(error) ?? String(error);
    }
  }

  async freeBytes(path: string): Promise<number | undefined> {
    return statfs(path).then(
      ({ bavail, bsize }) => bavail * bsize,
      () => undefined,
    );
  }

  async tryUsb(): Promise<string | undefined> {
    const { loadLibusb } = await import('../../firmware-host/host/transport/usb/libusb.js');
    return loadLibusb().then(
      () => undefined,
      (error: unknown) => {
        const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
        return cause instanceof Error ? cause.message.split('\n')[0] : String(cause);
      },
    );
  }
}
