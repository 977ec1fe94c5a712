/** Files that a page sends in pieces. */
import { randomUUID } from 'node:crypto';
import { open, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { StateError, type Clock, type Timer } from '../../../base/index.js';
import { scratchFolder } from '../scratch-folder.js';

/** An upload that nothing comes for is thrown away after this, seconds. */
const PATIENCE_S = 300;
/** Uploads at a time. */
const MOST_UPLOADS = 4;

interface Upload {
  readonly folder: string;
  readonly path: string;
  readonly file: FileHandle;
  readonly size: number;
  received: number;
  timer: Timer;
}

/** Uploads that are under way, each in a temporary folder. */
export class Uploads {
  readonly #clock: Clock;
  readonly #open = new Map<string, Upload>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Begins one. @returns what names it @throws StateError when too many are under way */
  async begin(size: number): Promise<string> {
    if (this.#open.size >= MOST_UPLOADS) {
      throw new StateError(`${MOST_UPLOADS} files are being sent already`, { nextStep: 'Wait for one of them.' });
    }
    const folder = await scratchFolder('spindrift-upload');
    const path = join(folder, 'upload.spin');
    const id = randomUUID();
    this.#open.set(id, { folder, path, file: await open(path, 'wx'), size, received: 0, timer: this.#timer(id) });
    return id;
  }

  #timer(id: string): Timer {
    return this.#clock.setTimer(PATIENCE_S, () => void this.end(id));
  }

  #find(id: string): Upload {
    const upload = this.#open.get(id);
    if (upload === undefined) throw new StateError('this upload has ended', { nextStep: 'Send the file again.' });
    return upload;
  }

  /** Takes the next piece. @throws RangeError for one that is out of order or beyond the size; StateError */
  async take(id: string, offset: number, bytes: Uint8Array): Promise<void> {
    const upload = this.#find(id);
    if (offset !== upload.received) throw new RangeError(`offset must be ${upload.received}, got ${offset}`);
    if (offset + bytes.length > upload.size) {
      throw new RangeError(`the file has ${upload.size} bytes, got ${offset + bytes.length}`);
    }
    upload.received += bytes.length;
    upload.timer.cancel();
    upload.timer = this.#timer(id);
    await upload.file.writeFile(bytes);
  }

  /** The file, whole. @throws RangeError when pieces are missing; StateError */
  async whole(id: string): Promise<string> {
    const upload = this.#find(id);
    if (upload.received !== upload.size)
      throw new RangeError(`${upload.size - upload.received} bytes of the file are missing`);
    await upload.file.sync();
    return upload.path;
  }

  /** Throws an upload away. */
  async end(id: string): Promise<void> {
    const upload = this.#open.get(id);
    if (upload === undefined) return;
    this.#open.delete(id);
    upload.timer.cancel();
    await upload.file.close().catch(() => undefined);
    await rm(upload.folder, { recursive: true, force: true });
  }

  /** Throws all of them away. */
  async endAll(): Promise<void> {
    await Promise.all([...this.#open.keys()].map((id) => this.end(id)));
  }
}
