import { createHash, randomBytes } from 'node:crypto';
import { cpus, hostname, platform, arch } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { systemClock, type Clock } from '../../base/index.js';
import { WIRE_FILE } from '../../firmware-host/host/recording/wire-file.js';
import { AppendLog } from './append-log.js';
import { createFileDurably, flushFolder, writeFileDurably } from './durable-file.js';
import { encodeEventLine, type RunEvent } from './event-line.js';
import { hashFile } from './hash-file.js';
import {
  EVENTS_FILE,
  MANIFEST_FILE,
  NOTES_FILE,
  RESULT_FILE,
  type ArtifactRecord,
  type EndState,
  type RunManifest,
  type RunResult,
} from './manifest.js';
import { makeFolders } from './make-folders.js';
import { takenFolder } from './new-run-folder.js';
import { prepareRunFolder } from './prepare-folder.js';
import { currentProcess } from './process-identity.js';

export interface CreateRunOptions {
  readonly dir: string;
  readonly experiment: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly board?: Readonly<Record<string, unknown>> | null;
  readonly versions?: Readonly<Record<string, string>>;
  readonly seed?: number | string;
  readonly clock?: Clock;
  /** Replaces an earlier run in the folder. */
  readonly force?: boolean;
  /** Records the frames of the board's link into the run, so that it can be replayed as a board; of several runs that go on the first has them. */
  readonly wire?: RunWire | undefined;
}

/** What records frames: a WireRecorder that the board was opened with. */
export interface RunWire {
  /** Whether a run has it already. */
  readonly recording: boolean;
  start(path: string): void;
  /** Ends the file; undefined if it could not be written. */
  stop(): { readonly path: string; readonly bytes: number } | undefined;
  readonly failure: Error | undefined;
}

/** How a run ended. */
export interface RunEnd {
  readonly status: EndState;
  readonly results?: Readonly<Record<string, unknown>>;
  readonly energy?: Readonly<Record<string, unknown>> | null;
  readonly error?: { readonly name: string; readonly message: string; readonly [key: string]: unknown };
}

const RESERVED = new Set([MANIFEST_FILE, EVENTS_FILE, RESULT_FILE, NOTES_FILE, WIRE_FILE]);
/** Plain names in at most a few folders: portable, and never out of the run folder. */
const ARTIFACT_NAME = /^(?:[A-Za-z0-9_][A-Za-z0-9_.+-]*\/){0,4}[A-Za-z0-9_][A-Za-z0-9_.+-]*$/;

/**
 * Writes a run folder: manifest first, events as they come, artifacts whole or not at all, the result last.
 *
 * What `append` has acknowledged is on the disk: neither a killed process nor a power cut loses it.
 */
export class RunWriter {
  readonly dir: string;
  readonly manifest: RunManifest;
  readonly #log: AppendLog;
  readonly #clock: Clock;
  readonly #startS: number;
  readonly #wire: RunWire | undefined;
  readonly #artifacts = new Map<string, ArtifactRecord>();
  #seq = 0;
  #ended = false;

  private constructor(dir: string, manifest: RunManifest, log: AppendLog, clock: Clock, wire: RunWire | undefined) {
    this.dir = dir;
    this.manifest = manifest;
    this.#log = log;
    this.#clock = clock;
    this.#wire = wire;
    this.#startS = clock.now();
  }

  /** Makes the folder and writes the manifest. @throws FileError when the folder cannot be used or written */
  static async create(options: CreateRunOptions): Promise<RunWriter> {
    const dir = resolve(options.dir);
    const clock = options.clock ?? systemClock;
    await prepareRunFolder(dir, options.force);
    const started = clock.date().toISOString();
    const stamp = started.replace(/[-:]|\.\d+/g, '');
    const manifest: RunManifest = {
      format: 'spindrift-run',
      version: 1,
      id: `${options.experiment}-${stamp}-${randomBytes(4).toString('hex')}`,
      experiment: options.experiment,
      params: { ...options.params },
      board: options.board ?? null,
      versions: { node: process.versions.node, ...options.versions },
      ...(options.seed === undefined ? {} : { seed: options.seed }),
      started,
      host: { name: hostname(), platform: platform(), arch: arch(), cores: cpus().length },
      process: currentProcess(),
    };
    // Whoever writes it first has the folder.
    if (!(await createFileDurably(join(dir, MANIFEST_FILE), `${JSON.stringify(manifest, undefined, 2)}\n`)))
      throw takenFolder(dir, 'another run has just begun there', 'Choose a new folder.');
    const log = await AppendLog.open(join(dir, EVENTS_FILE));
    await flushFolder(dir);
    await flushFolder(dirname(dir));
    const wire = options.wire?.recording === false ? options.wire : undefined;
    wire?.start(join(dir, WIRE_FILE));
    return new RunWriter(dir, manifest, log, clock, wire);
  }

  /** Events taken so far. */
  get events(): number {
    return this.#seq;
  }

  /** Seconds since the run began. */
  get elapsedS(): number {
    return this.#clock.now() - this.#startS;
  }

  /** Why nothing can be stored any more, when the disk has failed. */
  get failure(): Error | undefined {
    return this.#log.failure;
  }

  /** Stores an event; resolves with its number when it is on the disk. @throws FileError */
  async append(event: RunEvent): Promise<number> {
    const { seq, line } = this.#take(event);
    await this.#log.append(line);
    return seq;
  }

  /** Stores an event without waiting for the disk; a failure shows with the next `append`, `ready` or `finish`. */
  post(event: RunEvent): number {
    const { seq, line } = this.#take(event);
    this.#log.post(line);
    return seq;
  }

  #take(event: RunEvent): { seq: number; line: string } {
    const seq = this.#seq;
    const line = encodeEventLine({ seq, time: this.#clock.date().toISOString(), event });
    this.#seq += 1;
    return { seq, line };
  }

  /** Holds a fast producer back while the disk is behind. @throws FileError */
  ready(): Promise<void> {
    return this.#log.ready();
  }

  /**
   * Writes a file into the run folder, whole or not at all, and notes it in the log. Writing a name again replaces the file.
   *
   * @param name as `grid.png` or `images/step-3.png`
   * @returns its path
   * @throws RangeError for a name that is not plain, leaves the folder or belongs to the run itself; FileError
   */
  async writeFile(name: string, data: Uint8Array | string): Promise<string> {
    if (!ARTIFACT_NAME.test(name) || RESERVED.has(name)) {
      throw new RangeError(
        `artifact name must be a plain relative name such as images/grid.png, got ${JSON.stringify(name)}`,
      );
    }
    const path = join(this.dir, name);
    const bytes = typeof data === 'string' ? new TextEncoder().encode(data) : data;
    await makeFolders(dirname(path));
    await writeFileDurably(path, bytes);
    await this.#note({ name, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') });
    return path;
  }

  /**
   * Notes a file that somebody else has written into the folder, as `writeFile` notes its own.
   * @throws RangeError for a name that is not plain; FileError
   */
  async noteFile(artifact: ArtifactRecord): Promise<void> {
    if (!ARTIFACT_NAME.test(artifact.name) || RESERVED.has(artifact.name))
      throw new RangeError(`artifact name must be a plain relative name, got ${JSON.stringify(artifact.name)}`);
    await this.#note(artifact);
  }

  async #note({ name, bytes, sha256 }: ArtifactRecord): Promise<void> {
    this.#artifacts.set(name, { name, bytes, sha256 });
    await this.append({ type: 'artifact', name, bytes, sha256 });
  }

  /**
   * Ends the run: last event, log flushed and closed, result.json written by rename.
   * @throws FileError; the folder stays recoverable then
   */
  async finish(end: RunEnd): Promise<RunResult> {
    if (this.#ended) throw new TypeError('the run has ended already');
    this.#ended = true;
    await this.#noteWire();
    const result: RunResult = {
      status: end.status,
      ended: this.#clock.date().toISOString(),
      seconds: this.elapsedS,
      events: this.#seq + 1,
      results: { ...end.results },
      energy: end.energy === undefined || end.energy === null ? null : { ...end.energy },
      ...(end.error === undefined ? {} : { error: end.error }),
      artifacts: [...this.#artifacts.values()],
    };
    try {
      await this.append({ type: 'end', status: end.status });
    } finally {
      await this.#log.close();
    }
    await writeFileDurably(join(this.dir, RESULT_FILE), `${JSON.stringify(result, undefined, 2)}\n`);
    return result;
  }

  /** What was recorded of the frames becomes a file of the run; that it could not be recorded fails nothing. */
  async #noteWire(): Promise<void> {
    if (this.#wire === undefined) return;
    const recorded = this.#wire.stop();
    if (recorded === undefined) {
      const text = `the frames were not recorded to the end: ${this.#wire.failure?.message ?? 'the recording was ended'}`;
      this.post({ type: 'log', level: 'warn', text });
      return;
    }
    await this.#note({ name: WIRE_FILE, bytes: recorded.bytes, sha256: await hashFile(recorded.path) });
  }
}
