/** The captures of a thread's boards: one a board, going on or ended. */
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { BoardBusyError, systemCode, UsageError } from '../../../base/index.js';
import {
  CAPTURE_EXPERIMENT,
  LiveCapture,
  type BitsOptions,
  type ChannelGroup,
  type TriggerInput,
} from '../../../lab/capture/index.js';
import { inNewRunFolder, listRuns, readRun } from '../../../lab/runs/index.js';
import type { LeftCapture, LiveStatus } from '../../rpc/api/index.js';
import { Changes } from '../changing.js';
import { problemOf, type Problem } from '../problem.js';
import { readSettings } from '../settings-store.js';
import type { SessionContext } from './session-context.js';

/** Folder of captures that were only watched: no run folder, so that lists of runs pass over it. */
const WATCHING_FOLDER = 'watching';

/** What to capture. */
export interface LiveRequest {
  readonly board: string;
  readonly keep: boolean;
  readonly groups: readonly ChannelGroup[];
  readonly telemetryPeriodMs: number;
  readonly bits: BitsOptions;
  readonly triggers: readonly TriggerInput[];
}

/** A capture with what the desk knows of it. */
interface DeskCapture {
  readonly live: LiveCapture;
  readonly started: string;
  name: string;
  dir: string;
  kept: boolean;
  state: LiveStatus['state'];
  problem: Problem | undefined;
  elapsedS: number | undefined;
}

export class LiveDesk {
  /** Whenever a capture begins, ends or changes its place. */
  readonly changes = new Changes();
  readonly #captures = new Map<string, DeskCapture>();
  readonly #starting = new Set<string>();

  constructor(readonly context: SessionContext) {}

  /** The capture on a board. @throws UsageError where there was none */
  live(board: string): LiveCapture {
    return this.#find(board).live;
  }

  #find(board: string): DeskCapture {
    const capture = this.#captures.get(board);
    if (capture !== undefined) return capture;
    throw new UsageError(`nothing has been captured on ${board}`, { nextStep: 'Start a capture first.' });
  }

  status(board: string): LiveStatus | null {
    const desk = this.#captures.get(board);
    if (desk === undefined) return null;
    const { live, name, dir, kept, state, started, problem } = desk;
    const { capture } = live;
    return {
      name,
      dir,
      state,
      kept,
      started,
      elapsedS: desk.elapsedS ?? capture.elapsedS,
      bytes: capture.bytes,
      channels: capture.index.channels.map((spec) => {
        const { lost, gaps } = capture.counts(spec.time);
        return { ...spec, samples: capture.data(spec.name).length, lost, gaps };
      }),
      columns: live.board.identity.geometry.cols,
      notEntropy: capture.index.notEntropy,
      healthy: live.latest.health.ok,
      triggers: live.triggers,
      events: [...live.events],
      maps: live.maps.length,
      ...(problem === undefined ? {} : { problem }),
    };
  }

  /** @throws BoardBusyError where one goes on, or somebody else has the array; what the board says; FileError */
  async start(request: LiveRequest, signal: AbortSignal): Promise<LiveStatus> {
    const { board: uri, keep } = request;
    if (this.#captures.get(uri)?.state === 'running' || this.#starting.has(uri))
      throw new BoardBusyError(`a capture goes on on ${uri}`, { nextStep: 'Stop it first.' });
    this.#starting.add(uri);
    const { runsDir } = this.context.setup;
    const watching = join(runsDir, WATCHING_FOLDER);
    try {
      await mkdir(watching, { recursive: true });
      // Free in both places: a watched capture may be put among the others.
      const roots = keep ? ([runsDir, watching] as const) : ([watching, runsDir] as const);
      await inNewRunFolder(CAPTURE_EXPERIMENT, this.context.clock, roots, (dir) => this.#begin(request, dir, signal));
      return this.status(uri)!;
    } finally {
      this.#starting.delete(uri);
    }
  }

  async #begin(request: LiveRequest, dir: string, signal: AbortSignal): Promise<void> {
    const { board: uri, keep } = request;
    const session = this.context.board(uri);
    const release = request.groups.includes('bits')
      ? session.claim({ what: 'live', title: 'Live capture', run: dir })
      : (): void => undefined;
    try {
      const { settings } = await readSettings(this.context.setup.configDir);
      const live = await LiveCapture.start({
        board: await session.open(signal),
        dir,
        groups: request.groups,
        telemetryPeriodMs: request.telemetryPeriodMs,
        bits: request.bits,
        triggers: request.triggers,
        clock: this.context.clock,
        ...(settings.recordWire ? { wire: session.wire } : {}),
        onEvent: () => this.changes.tell(),
      });
      this.#captures.get(uri)?.live.capture.release();
      this.#follow(uri, live, { name: nameOf(dir), dir, kept: keep }, release);
    } catch (error) {
      release();
      throw error;
    }
  }

  #follow(
    uri: string,
    live: LiveCapture,
    place: Pick<DeskCapture, 'name' | 'dir' | 'kept'>,
    release: () => void,
  ): void {
    const desk: DeskCapture = {
      ...place,
      live,
      started: live.capture.run.manifest.started,
      state: 'running',
      problem: undefined,
      elapsedS: undefined,
    };
    this.#captures.set(uri, desk);
    this.changes.tell();
    void live.done.then(async ({ status, error }) => {
      release();
      desk.elapsedS = live.capture.elapsedS;
      desk.problem = error === undefined ? undefined : problemOf(error);
      if (desk.kept) await this.#move(desk).catch((failure: unknown) => (desk.problem ??= problemOf(failure)));
      desk.state = status;
      this.changes.tell();
    });
  }

  /** Puts an ended capture among the runs. */
  async #move(desk: DeskCapture): Promise<void> {
    const { runsDir } = this.context.setup;
    if (desk.dir === join(runsDir, desk.name)) return;
    desk.dir = await moveWhereFree(desk.dir, runsDir);
    desk.name = nameOf(desk.dir);
  }

  async stop(board: string): Promise<LiveStatus> {
    const desk = this.#find(board);
    await desk.live.stop();
    while (desk.state === 'running') await this.#next();
    return this.status(board)!;
  }

  #next(): Promise<void> {
    return new Promise((resolve) => {
      const off = this.changes.on(() => {
        off();
        resolve();
      });
    });
  }

  /** Keeps a capture: at once when it has ended, otherwise at its end. @throws FileError */
  async keep(board: string): Promise<LiveStatus> {
    const desk = this.#find(board);
    desk.kept = true;
    if (desk.state !== 'running') await this.#move(desk);
    this.changes.tell();
    return this.status(board)!;
  }

  /** Deletes a capture that was not kept. @throws UsageError for one that is kept or goes on */
  async discard(board: string): Promise<void> {
    const desk = this.#find(board);
    if (desk.kept || desk.state === 'running')
      throw new UsageError('only a capture that has ended and was not kept can be discarded', {
        nextStep: 'Stop it first, or delete it among the runs.',
      });
    this.#captures.delete(board);
    desk.live.capture.release();
    await rm(desk.dir, { recursive: true, force: true });
    this.changes.tell();
  }

  /** Captures of earlier times that were neither kept nor discarded. */
  async left(): Promise<LeftCapture[]> {
    const known = new Set([...this.#captures.values()].map(({ name }) => name));
    const { runs } = await listRuns(join(this.context.setup.runsDir, WATCHING_FOLDER));
    const waiting = runs.filter(({ dir, state }) => state !== 'running' && !known.has(nameOf(dir)));
    return Promise.all(
      waiting.map(async ({ dir, started }) => ({ name: nameOf(dir), started, bytes: await bytesOf(dir) })),
    );
  }

  /** Keeps or deletes one of them. @throws FileError where there is none; UsageError for one that goes on */
  async settleLeft(name: string, keep: boolean): Promise<void> {
    const { runsDir } = this.context.setup;
    const dir = join(runsDir, WATCHING_FOLDER, name);
    const { state } = await readRun(dir);
    if (state === 'running') throw new UsageError(`${name} goes on`, { nextStep: 'Stop it first.' });
    if (keep) await moveWhereFree(dir, runsDir);
    else await rm(dir, { recursive: true, force: true });
  }

  /** Ends all captures in good order; what was only watched waits in its folder. */
  async end(): Promise<void> {
    await Promise.allSettled([...this.#captures.keys()].map((board) => this.stop(board)));
    for (const { live } of this.#captures.values()) live.capture.release();
  }
}

/** Moves a folder into another, under its name or that with a number behind it where something has it. @returns where it is */
async function moveWhereFree(dir: string, into: string): Promise<string> {
  for (let n = 1; ; n++) {
    const to = join(into, n === 1 ? nameOf(dir) : `${nameOf(dir)}-${n}`);
    const taken = await stat(to).catch(() => undefined);
    if (taken !== undefined) continue;
    try {
      await rename(dir, to);
      return to;
    } catch (error) {
      // It came there at the same moment.
      if (systemCode(error) !== 'ENOTEMPTY' && systemCode(error) !== 'EEXIST') throw error;
    }
  }
}

function nameOf(dir: string): string {
  return dir.slice(Math.max(dir.lastIndexOf('/'), dir.lastIndexOf('\\')) + 1);
}

async function bytesOf(dir: string): Promise<number> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(
    files.map((entry) =>
      stat(join(entry.parentPath, entry.name)).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
