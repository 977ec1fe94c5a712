/** Assessments of files of bits: run one after the other, stored as runs, listed with their history. */
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { isAbortError, ProgressTracker, SpindriftError, StateError, type Clock } from '../../../base/index.js';
import { startBattery, type BatteryRequest, type BatterySummary } from '../../../lab/entropy/index.js';
import { sidecarOf } from '../../../lab/entropy/bit-file.js';
import { inNewRunFolder, listRuns, productVersion, readRun, RunWriter } from '../../../lab/runs/index.js';
import type { AssessmentEntry } from '../../rpc/api/index.js';
import { ASSESSMENT_FILE, ASSESSMENT_PREFIX, checkId, resultText } from '../captures.js';
import { Changes } from '../changing.js';
import type { BackendContext } from '../context.js';
import { capturePath } from './capture-list.js';

/** What is asked for: a battery and its options, over a capture. */
export type AssessmentRequest = Omit<BatteryRequest, 'path'> & { readonly capture: string };

/** Seconds between two progress events of a run. */
const TELL_S = 1;

interface Going {
  entry: AssessmentEntry;
  readonly stop: AbortController;
  ended: Promise<void>;
}

/** See the head of this file. */
export class AssessmentDesk {
  readonly changes = new Changes();
  readonly #context: Pick<BackendContext, 'runsDir' | 'clock' | 'log'>;
  readonly #going = new Map<string, Going>();
  /** Stored ones do not change any more. */
  readonly #stored = new Map<string, AssessmentEntry>();
  /** Folders of assessments as they were seen when the store had this time stamp: progress must not read the whole store again. */
  #seen: { readonly stamp: number; readonly dirs: readonly { readonly dir: string }[] } | undefined;
  /** One at a time: each uses every core. */
  #turn: Promise<void> = Promise.resolve();

  constructor(context: Pick<BackendContext, 'runsDir' | 'clock' | 'log'>) {
    this.#context = context;
  }

  /** Begins an assessment; its run folder is there when this returns. @throws FileError for a capture that is gone or a store that cannot be written */
  async start({ capture, ...request }: AssessmentRequest): Promise<AssessmentEntry> {
    const { runsDir, clock } = this.#context;
    const path = await capturePath(runsDir, capture);
    const options = Object.fromEntries(
      Object.entries(request).filter(([key, value]) => key !== 'battery' && value !== undefined),
    );
    const experiment = `${ASSESSMENT_PREFIX}${request.battery}`;
    const run = {
      experiment,
      params: { capture, ...options },
      board: await boardOf(path),
      versions: { spindrift: await productVersion() },
      clock,
    };
    const writer = await inNewRunFolder(experiment, clock, [runsDir], (dir) => RunWriter.create({ ...run, dir }));
    const stop = new AbortController();
    const id = basename(writer.dir);
    const entry: AssessmentEntry = {
      id,
      dir: writer.dir,
      battery: request.battery,
      capture,
      state: 'waiting',
      started: writer.manifest.started,
      seconds: null,
      summary: null,
      notEntropy: null,
      board: null,
      request: options,
    };
    const going: Going = { entry, stop, ended: Promise.resolve() };
    this.#going.set(id, going);
    const turn = this.#turn;
    going.ended = turn.then(() => this.#run(going, writer, { ...request, path }));
    this.#turn = going.ended;
    this.changes.tell();
    return entry;
  }

  async #run(going: Going, writer: RunWriter, request: BatteryRequest): Promise<void> {
    const { clock, log } = this.#context;
    const { signal } = going.stop;
    try {
      signal.throwIfAborted();
      this.#change(going, { state: 'running' });
      const result = await startBattery(request, { signal, onProgress: this.#teller(going, writer, clock) });
      await writer.writeFile(ASSESSMENT_FILE, resultText(result));
      const { summary, sha256, origin } = result;
      await writer.finish({ status: 'finished', results: { ...summary, sha256, ...(origin && { origin }) } });
    } catch (error) {
      const status = isAbortError(error) || signal.aborted ? 'aborted' : 'failed';
      await writer
        .finish({ status, ...(status === 'aborted' ? {} : { error: errorOf(error) }) })
        .catch((cause: unknown) => log.write('error', `an assessment cannot be stored: ${String(cause)}`));
    }
    this.#going.delete(going.entry.id);
    this.changes.tell();
  }

  #teller(going: Going, writer: RunWriter, clock: Clock): (done: number, total: number) => void {
    let tracker: ProgressTracker | undefined;
    let toldS = -Infinity;
    return (done, total) => {
      tracker ??= new ProgressTracker({ unit: 'units', total, clock });
      const { etaS } = tracker.update(done);
      this.#change(going, { progress: { done, total, ...(etaS === undefined ? {} : { etaS }) } });
      if (clock.now() - toldS < TELL_S) return;
      toldS = clock.now();
      writer.post({ type: 'progress', done, total });
    };
  }

  #change(going: Going, change: Partial<AssessmentEntry>): void {
    going.entry = { ...going.entry, ...change };
    this.changes.tell();
  }

  /** Stops one; returns when it has ended. Harmless for one that has. @throws StateError for one of another program */
  async cancel(id: string): Promise<void> {
    const going = this.#going.get(checkId(id));
    if (going === undefined) {
      if ((await this.list()).find((entry) => entry.id === id)?.state !== 'running') return;
      throw new StateError(`another program makes the assessment ${id}`, { nextStep: 'Stop it there.' });
    }
    going.stop.abort();
    await going.ended;
  }

  /** Stops all. */
  async end(): Promise<void> {
    await Promise.allSettled([...this.#going.keys()].map((id) => this.cancel(id)));
  }

  /** All of the store, newest first. */
  async list(): Promise<AssessmentEntry[]> {
    const entries = await Promise.all(
      (await this.#folders()).map(async ({ dir }) => {
        const id = basename(dir);
        const entry = this.#going.get(id)?.entry ?? this.#stored.get(id);
        if (entry !== undefined) return entry;
        const read = await storedEntry(dir);
        // An interrupted one may be recovered yet, and another program's goes on.
        if (read.state !== 'interrupted' && read.state !== 'running') this.#stored.set(id, read);
        return read;
      }),
    );
    const known = new Set(entries.map(({ id }) => id));
    for (const id of this.#stored.keys()) if (!known.has(id)) this.#stored.delete(id);
    return entries;
  }

  async #folders(): Promise<readonly { readonly dir: string }[]> {
    const { runsDir } = this.#context;
    const { mtimeMs: stamp } = await stat(runsDir);
    if (this.#seen?.stamp !== stamp) {
      const { runs } = await listRuns(runsDir);
      this.#seen = { stamp, dirs: runs.filter(({ experiment }) => experiment.startsWith(ASSESSMENT_PREFIX)) };
    }
    return this.#seen.dirs;
  }
}

async function storedEntry(dir: string): Promise<AssessmentEntry> {
  const { manifest, state, result } = await readRun(dir);
  const { capture, ...request } = manifest.params;
  const results = result?.results as (Partial<BatterySummary> & { readonly origin?: StoredOrigin }) | undefined;
  const { serial, kind } = (manifest.board ?? {}) as { readonly serial?: string; readonly kind?: string };
  const error = result?.error as { readonly message: string; readonly nextStep?: string } | undefined;
  return {
    id: basename(dir),
    dir,
    battery: manifest.experiment.slice(ASSESSMENT_PREFIX.length) as AssessmentEntry['battery'],
    capture: String(capture),
    // What this very process does not know of will not go on.
    state: state === 'running' && manifest.process.pid === process.pid ? 'interrupted' : state,
    started: manifest.started,
    seconds: result?.seconds ?? null,
    summary: summaryOf(results),
    notEntropy: typeof results?.origin?.notEntropy === 'boolean' ? results.origin.notEntropy : null,
    board: typeof serial === 'string' && typeof kind === 'string' ? { serial, kind } : null,
    request,
    ...(error === undefined
      ? {}
      : { error: { message: error.message, ...(error.nextStep === undefined ? {} : { nextStep: error.nextStep }) } }),
  };
}

/** What a stored run says of its result; a run that was brought in may say anything. */
function summaryOf(results: Partial<BatterySummary> | undefined): BatterySummary | null {
  const { verdict, minEntropy, text } = results ?? {};
  if (typeof text !== 'string') return null;
  return {
    verdict: verdict === 'PASS' || verdict === 'REVIEW' || verdict === 'FAIL' ? verdict : null,
    minEntropy: typeof minEntropy === 'number' ? minEntropy : null,
    text,
  };
}

interface StoredOrigin {
  readonly notEntropy: boolean;
}

/** The board that the record beside the bits names. */
async function boardOf(path: string): Promise<Record<string, unknown> | null> {
  try {
    const record = JSON.parse(await readFile(sidecarOf(path), 'utf8')) as { readonly board?: Record<string, unknown> };
    return record.board ?? null;
  } catch {
    // The battery says what is wrong with a record; an assessment needs none.
    return null;
  }
}

function errorOf(error: unknown): { readonly name: string; readonly message: string; readonly nextStep?: string } {
  if (error instanceof SpindriftError) return error.toJSON();
  return error instanceof Error
    ? { name: error.name, message: error.message }
    : { name: 'Error', message: String(error) };
}
