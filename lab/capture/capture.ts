import { join } from 'node:path';
import { systemClock, type Clock } from '../../base/index.js';
import { makeFolders, RunWriter, type RunEnd, type RunEvent } from '../runs/index.js';
import { BitChannel } from './bit-channel.js';
import {
  CAPTURE_EXPERIMENT,
  checkIndex,
  type CaptureOptions,
  type CaptureReading,
  type SampleTime,
} from './capture-types.js';
import {
  channelFile,
  CHANNELS_FILE,
  CHANNELS_FOLDER,
  timeFile,
  type CaptureIndex,
  type ChannelSpec,
} from './channel.js';
import type { ChannelData } from './channel-data.js';
import { FileSet } from './file-set.js';
import { NumberChannel } from './number-channel.js';
import { RawFile, systemDisk } from './raw-file.js';
import { encodeMark, TimeBase } from './time-base.js';

interface Times {
  readonly file: RawFile;
  readonly base: TimeBase;
  samples: number;
  lost: number;
  gaps: number;
}

interface Channel {
  readonly spec: ChannelSpec;
  readonly file: RawFile;
  readonly data: NumberChannel | BitChannel;
}

/**
 * Records signals into a run folder: samples go to files that only grow, marks of time beside them, what happens to the event log. In memory
 * stay aggregates alone, from which any stretch can be looked at and counted while it goes on.
 *
 * {@link Capture.flush} acknowledges: what was appended before survives a killed process and a power cut. When the disk is full or fails, the
 * capture stops with an error; everything before stays as it was.
 */
export class Capture implements CaptureReading {
  readonly run: RunWriter;
  readonly index: CaptureIndex;
  readonly #files: FileSet;
  readonly #clock: Clock;
  readonly #startS: number;
  readonly #times = new Map<string, Times>();
  readonly #channels = new Map<string, Channel>();
  #ended = false;

  private constructor(options: CaptureOptions, run: RunWriter, index: CaptureIndex, clock: Clock) {
    this.#clock = clock;
    this.#startS = clock.now();
    this.run = run;
    this.index = index;
    const disk = options.disk ?? systemDisk;
    for (const spec of index.timeBases) {
      const file = new RawFile(join(run.dir, timeFile(spec)), disk);
      this.#times.set(spec.name, { file, base: new TimeBase(file, spec.rateHz), samples: 0, lost: 0, gaps: 0 });
    }
    for (const spec of index.channels) {
      const file = new RawFile(join(run.dir, channelFile(spec)), disk);
      const data = spec.type === 'bits' ? new BitChannel(spec, file) : new NumberChannel(spec, file);
      this.#channels.set(spec.name, { spec, file, data });
    }
    this.#files = new FileSet(run.dir, this.#rawFiles(), options, clock);
  }

  /** Makes the folder, the index and empty files. @throws FileError; RangeError, TypeError for a malformed index */
  static async create(options: CaptureOptions): Promise<Capture> {
    const clock = options.clock ?? systemClock;
    const { timeBases, channels, layouts = {}, notEntropy } = options;
    const index = checkIndex({
      format: 'spindrift-capture',
      version: 1,
      timeBases,
      channels: [...channels],
      layouts,
      notEntropy,
    });
    const run = await RunWriter.create({ ...options, experiment: options.experiment ?? CAPTURE_EXPERIMENT, clock });
    await makeFolders(join(run.dir, CHANNELS_FOLDER));
    await run.writeFile(CHANNELS_FILE, `${JSON.stringify(index, undefined, 2)}\n`);
    return new Capture(options, run, index, clock);
  }

  get dir(): string {
    return this.run.dir;
  }

  /** Seconds since the capture began. */
  get elapsedS(): number {
    return this.#clock.now() - this.#startS;
  }

  /** Why nothing can be stored any more. */
  get failure(): Error | undefined {
    return this.#files.failure ?? this.run.failure;
  }

  /** Bytes of samples and marks so far, those that still wait included. */
  get bytes(): number {
    return this.#files.bytes;
  }

  /** Memory of the aggregates, bytes. */
  get aggregateBytes(): number {
    return [...this.#channels.values()].reduce((sum, { data }) => sum + data.aggregateBytes, 0);
  }

  data(channel: string): ChannelData {
    return this.#channel(channel).data;
  }

  times(channel: string): TimeBase {
    return this.#timesOf(this.#channel(channel).spec.time).base;
  }

  /** Samples of a time base so far, and what was lost among them. */
  counts(time: string): { readonly samples: number; readonly lost: number; readonly gaps: number } {
    const { samples, lost, gaps } = this.#timesOf(time);
    return { samples, lost, gaps };
  }

  #channel(name: string): Channel {
    const channel = this.#channels.get(name);
    if (channel === undefined)
      throw new RangeError(`channel must be one of ${[...this.#channels.keys()].join(', ')}, got ${name}`);
    return channel;
  }

  #timesOf(name: string): Times {
    const times = this.#times.get(name);
    if (times === undefined) throw new RangeError(`there is no time base ${name}`);
    return times;
  }

  #rawFiles(): RawFile[] {
    // Marks first: samples without a mark would lose their time, a mark without samples harms nothing.
    return [...this.#times.values(), ...this.#channels.values()].map(({ file }) => file);
  }

  /**
   * Appends samples of channels that share a time base: as many for each.
   * @throws RangeError for lengths that differ; FileError after a failure
   */
  append(time: string, at: SampleTime, samples: Readonly<Record<string, ArrayLike<number>>>): void {
    const entries = Object.entries(samples).map(([name, values]) => [this.#channel(name), values] as const);
    const count = entries[0]?.[1].length ?? 0;
    for (const [{ spec }, values] of entries) {
      if (values.length !== count || spec.time !== time || spec.type === 'bits')
        throw new RangeError(`${spec.name} must have ${count} samples on ${time}, got ${values.length}`);
    }
    if (count === 0) return;
    // All of them before the first is taken: a sample that does not fit must not part the channels.
    const encoded = entries.map(([{ file, data }, values]) => {
      const numbers = data as NumberChannel;
      return { file, numbers, samples: numbers.encode(values) };
    });
    this.#mark(time, at, count);
    for (const { file, numbers, samples } of encoded) file.append(numbers.take(samples));
    this.#files.appended();
  }

  /** Appends bits, the first in the least significant place. The last few wait for their byte to fill. @throws FileError after a failure */
  appendBits(channel: string, at: SampleTime, bytes: Uint8Array, bits: number): void {
    const { spec, file, data } = this.#channel(channel);
    if (!(data instanceof BitChannel)) throw new RangeError(`${channel} is no channel of bits`);
    if (bits === 0) return;
    const packed = data.take(bytes, bits);
    this.#mark(spec.time, at, bits);
    if (packed.length > 0) file.append(packed);
    this.#files.appended();
  }

  #mark(time: string, { boardS, hostS, lost = 0 }: SampleTime, count: number): void {
    if (this.failure !== undefined) throw this.failure;
    const times = this.#timesOf(time);
    times.lost += lost;
    if (lost > 0) times.gaps += 1;
    const position = times.samples + times.lost;
    times.file.append(encodeMark({ sample: times.samples, position, hostS: hostS ?? this.elapsedS, boardS }));
    times.samples += count;
  }

  /** Stores an event of the log without waiting. */
  post(event: RunEvent): void {
    if (!this.#ended) this.run.post(event);
  }

  /** Resolves at once while the disk keeps up, and holds a fast source back otherwise. @throws FileError */
  async ready(): Promise<void> {
    await this.#files.ready();
    await this.run.ready();
  }

  /** Hands everything to the system: then it can be read, and a killed process does not lose it. @throws FileError */
  write(): Promise<void> {
    return this.#files.write();
  }

  /** Acknowledges everything appended so far: it is on the disk. The last bits of an unfinished byte are not. @throws FileError */
  flush(): Promise<void> {
    return this.#files.flush();
  }

  /** Ends the capture: files flushed and noted in the log with their sums, then the run's result. @throws FileError */
  async finish(end: RunEnd): Promise<void> {
    if (this.#ended) throw new TypeError('the capture has ended already');
    this.#ended = true;
    await this.#files.stop();
    const failure = await this.#endFiles();
    const error = end.error ?? (failure === undefined ? undefined : { name: failure.name, message: failure.message });
    const channels = Object.fromEntries(
      this.index.channels.map(({ name, time }) => [name, { ...this.counts(time), samples: this.data(name).length }]),
    );
    await this.run.finish({
      ...end,
      ...(error === undefined ? {} : { status: end.status === 'aborted' ? 'aborted' : 'failed', error }),
      results: { ...end.results, channels },
    });
  }

  /** Lets go of the files; a capture that has ended can be read until then. */
  release(): void {
    for (const file of this.#rawFiles()) file.release();
  }

  async #endFiles(): Promise<Error | undefined> {
    let failure = this.failure;
    for (const { spec, file, data } of this.#channels.values()) {
      if (!(data instanceof BitChannel) || file.failure !== undefined) continue;
      const times = this.#timesOf(spec.time);
      const { base } = times;
      const rest = data.seal();
      if (rest.length === 0) continue;
      file.append(rest);
      // How many bits of the last byte there are, a reader learns from a mark at their end.
      await times.file.write().catch(() => undefined);
      const [hostS, boardS] = [base.timeOf(times.samples, 'host'), base.timeOf(times.samples, 'board')];
      const mark = { sample: times.samples, position: times.samples + times.lost, hostS, boardS };
      if (times.file.failure === undefined) times.file.append(encodeMark(mark));
    }
    for (const file of this.#rawFiles()) {
      await file.end().catch((error: unknown) => (failure ??= error as Error));
      const name = file.path.slice(this.dir.length + 1).replaceAll('\\', '/');
      if (this.run.failure === undefined) await this.run.noteFile({ name, bytes: file.written, sha256: file.sha256 });
    }
    return failure;
  }
}
