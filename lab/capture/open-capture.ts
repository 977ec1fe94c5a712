import { stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { DataError } from '../../base/index.js';
import { recoverRun, type Recovery, type RecoverOptions } from '../runs/index.js';
import { readJsonFile } from '../runs/json-file.js';
import { BitChannel } from './bit-channel.js';
import {
  captureIndexSchema,
  channelFile,
  CHANNELS_FILE,
  sampleBytes,
  timeFile,
  type CaptureIndex,
  type ChannelSpec,
} from './channel.js';
import type { CaptureReading } from './capture-types.js';
import type { ChannelData } from './channel-data.js';
import { NumberChannel } from './number-channel.js';
import { ClosedFile, PAGE_BYTES, PagedFile } from './paged-file.js';
import { MARK_BYTES, TimeBase } from './time-base.js';

/** The index of a capture; undefined where the folder holds none. @throws DataError, FileError */
export function readCaptureIndex(dir: string): Promise<CaptureIndex | undefined> {
  return readJsonFile(join(dir, CHANNELS_FILE), captureIndexSchema);
}

async function sizeOf(path: string): Promise<number> {
  return stat(path).then(
    ({ size }) => size,
    () => 0,
  );
}

/** A capture in its folder, ended or as far as it is. */
export class StoredCapture implements CaptureReading {
  readonly #files: ClosedFile[] = [];
  readonly #times = new Map<string, TimeBase>();
  readonly #channels = new Map<string, NumberChannel | BitChannel>();

  private constructor(
    readonly dir: string,
    readonly index: CaptureIndex,
  ) {}

  /**
   * Opens a capture and reads it once to make its aggregates anew. Torn ends are left out.
   * @throws DataError where the folder holds no capture; FileError
   */
  static async open(dir: string): Promise<StoredCapture> {
    const index = await readCaptureIndex(dir);
    if (index === undefined)
      throw new DataError(`${dir} holds no capture: there is no ${CHANNELS_FILE} in it`, {
        details: { path: dir },
        nextStep: 'Check the path.',
      });
    const capture = new StoredCapture(dir, index);
    for (const spec of index.timeBases) {
      const file = await capture.#open(timeFile(spec), MARK_BYTES);
      capture.#times.set(spec.name, new TimeBase(file, spec.rateHz));
    }
    for (const spec of index.channels) await capture.#read(spec);
    return capture;
  }

  async #open(name: string, unit: number): Promise<ClosedFile> {
    const path = join(this.dir, name);
    const size = await sizeOf(path);
    const file = new ClosedFile(path, size - (size % unit));
    this.#files.push(file);
    return file;
  }

  async #read(spec: ChannelSpec): Promise<void> {
    const file = await this.#open(channelFile(spec), Math.max(1, sampleBytes(spec.type)));
    const pages = new PagedFile(file);
    const bits = bitsOf(this.#times.get(spec.time), file.size);
    const channel = spec.type === 'bits' ? new BitChannel(spec, file, bits) : new NumberChannel(spec, file);
    this.#channels.set(spec.name, channel);
    for (let k = 0; k * PAGE_BYTES < file.size; k += 1) {
      const page = pages.page(k);
      if (channel instanceof BitChannel) channel.take(page, page.length * 8);
      else channel.takeStored(page);
      // Others have their turn while a long record is read.
      if (k % 64 === 63) await new Promise((resolve) => setImmediate(resolve));
    }
  }

  data(channel: string): ChannelData {
    const data = this.#channels.get(channel);
    if (data === undefined)
      throw new RangeError(`channel must be one of ${[...this.#channels.keys()].join(', ')}, got ${channel}`);
    return data;
  }

  times(channel: string): TimeBase {
    return this.#times.get(this.data(channel).spec.time)!;
  }

  close(): void {
    for (const file of this.#files.splice(0)) file.close();
  }
}

/** Bits of a file: all of its bytes, but for a mark that ends within the last. */
function bitsOf(times: TimeBase | undefined, bytes: number): number {
  const whole = bytes * 8;
  if (times === undefined || times.marks === 0) return whole;
  const { sample } = times.mark(times.marks - 1);
  return sample > whole - 8 && sample < whole ? sample : whole;
}

/** What recovery of a capture found and did. */
export interface CaptureRecovery extends Recovery {
  /** Bytes of half samples that were cut off raw files; none of them had been acknowledged. */
  readonly trimmedBytes: number;
}

/**
 * Makes a run whole whose process vanished, with the raw files of a capture, where it is one. Safe to repeat.
 * @throws FileError when there is no run, or the process that writes it still lives
 */
export async function recoverCapture(dir: string, options: RecoverOptions = {}): Promise<CaptureRecovery> {
  const recovery = await recoverRun(dir, options);
  const index = await readCaptureIndex(recovery.dir);
  let trimmedBytes = 0;
  const files =
    index === undefined
      ? []
      : [
          ...index.timeBases.map((spec) => [timeFile(spec), MARK_BYTES] as const),
          ...index.channels.map((spec) => [channelFile(spec), Math.max(1, sampleBytes(spec.type))] as const),
        ];
  for (const [name, unit] of files) {
    const path = join(recovery.dir, name);
    const size = await sizeOf(path);
    if (size % unit === 0) continue;
    await truncate(path, size - (size % unit));
    trimmedBytes += size % unit;
  }
  return { ...recovery, trimmedBytes };
}
