import { realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { DataError } from '../../../base/index.js';
import { recoverCapture } from '../../../lab/capture/index.js';
import { storedFigure } from '../../../lab/experiments/stored-figures.js';
import {
  annotateRun,
  compareRuns,
  estimateExport,
  findTable,
  importSpin,
  isPlainName,
  listTrash,
  parseQuery,
  readRows,
  replayRun,
  restoreRun,
  rowRange,
  trashRun,
  type ExportRequest,
} from '../../../lab/runs/index.js';
import type { ReplayNews, runsApi } from '../../rpc/api/runs.js';
import type { CentralPart, Handlers } from '../../rpc/define.js';
import { watchChanges } from '../changing.js';
import type { BackendContext } from '../context.js';
import { exportStream, pieces } from '../runs/export-stream.js';
import { gathered } from '../runs/gathered.js';
import { followRun } from '../runs/follow-run.js';
import { rowOf } from '../runs/run-details.js';
import { Uploads } from '../runs/uploads.js';

/** Without keys whose value is undefined, as optional parameters arrive. */
type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> };
const defined = <T extends object>(value: T): Defined<T> =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as Defined<T>;

type RunsHandlers = Handlers<CentralPart<typeof runsApi>>;

/** Stored runs and those that go on: list, search, details, notes, comparison, export, import, replay. */
export function runsHandlers(context: BackendContext): RunsHandlers {
  const { runsDir, clock, hub, store } = context;
  const uploads = new Uploads(clock);
  context.endings.push(() => uploads.endAll());
  // What our own boards do is known at once: a run that begins, has told something, or ends, and a capture or tap that takes a board or leaves it.
  // How far they are changes no folder that the list shows.
  let known = '';
  const changed = (): void => {
    const now = JSON.stringify([
      hub.runs.map(({ id, state, progress }) => [id, state, progress !== undefined]),
      hub.entries().map(({ use }) => [use?.title, use?.run]),
    ]);
    if (now === known) return;
    known = now;
    void store.look().catch(() => undefined);
  };
  const off = [hub.runChanges.on(changed), hub.changes.on(changed)];
  context.endings.push(async () => {
    for (const leave of off) leave();
    await store.end();
  });
  return {
    'runs.watch': async function* ({ query }, { signal }) {
      // What is wrong with it is told before anything is looked at.
      const fits = parseQuery(query);
      const leave = store.keep();
      try {
        await store.look();
        yield* watchChanges(
          store.changes,
          () => ({
            root: store.root,
            runs: store.index.search(fits).map(rowOf),
            total: store.index.entries.length,
            problems: store.index.problems,
          }),
          { signal, clock, gatherS: 0.25 },
        );
      } finally {
        leave();
      }
    },
    'runs.follow': (params, { signal }) => followRun(store, clock, params.run, signal),
    'runs.rows': async ({ run, table, from, count }, { signal }) => {
      const { survey } = await store.open(run, signal);
      const found = findTable(survey, table);
      const range = rowRange(found, { from: Math.min(from, found.rows), to: from + count });
      const rows = [];
      for await (const row of readRows(survey, table, range, signal))
        rows.push(found.columns.map(({ name }) => row[name]));
      return { from: range.from, rows };
    },
    'runs.figure': async ({ run, figure, toS }, { signal }) => {
      const { run: stored, survey } = await store.open(run, signal);
      return storedFigure(stored, survey, figure, defined({ signal, toS }));
    },
    'runs.file': async function* ({ run, name }, { signal }) {
      const dir = await store.dirOf(run);
      yield* pieces(await fileWithin(dir, name), signal);
    },
    'runs.annotate': async ({ run, change, revision }) => {
      const dir = await store.dirOf(run);
      const notes = await annotateRun(dir, defined(change), defined({ clock, revision }));
      store.changes.tell();
      await store.look();
      return notes;
    },
    'runs.compare': async ({ runs }, { signal }) => {
      const open = [];
      for (const run of runs) open.push(await store.open(run, signal));
      return compareRuns(open);
    },
    'runs.estimate': async ({ run, request }, { signal }) => {
      const { run: stored, survey } = await store.open(run, signal);
      return estimateExport(stored, exportOf(request), survey, signal);
    },
    'runs.export': async function* ({ run, request, to, force }, { signal }) {
      yield* exportStream({ dir: await store.dirOf(run), request: exportOf(request), to, force }, signal);
    },
    'runs.delete': async ({ run }) => {
      const trashed = await trashRun(await store.dirOf(run), clock);
      await store.look();
      return trashed;
    },
    'runs.restore': async ({ token }) => {
      const dir = await restoreRun(runsDir, token);
      await store.look();
      return dir.split(sep).at(-1) ?? dir;
    },
    'runs.trash': () => listTrash(runsDir),
    'runs.recover': async ({ run, force }) => {
      const recovery = await recoverCapture(await store.dirOf(run), { clock, force });
      store.changes.tell();
      await store.look();
      return recovery;
    },
    'runs.replay': async function* ({ run, speed, fromS, longestPauseS }, { signal }): AsyncGenerator<ReplayNews> {
      const { run: stored, survey } = await store.open(run, signal);
      const options = { speed: speed === 0 ? Infinity : speed, fromS, signal, clock, survey };
      const events = replayRun(stored.dir, { ...options, ...defined({ longestPauseS }) });
      for await (const batch of gathered(events, clock))
        yield { atS: batch.at(-1)!.atS, events: batch.map(({ event }) => event) };
    },
    'runs.upload': ({ bytes }) => uploads.begin(bytes),
    'runs.uploadPiece': async ({ upload, offset, bytes }) => {
      await uploads.take(upload, offset, bytes);
      return null;
    },
    'runs.import': async ({ upload, name }, { signal }) => {
      try {
        const outcome = await importSpin(await uploads.whole(upload), { root: runsDir, name, signal });
        await store.look();
        return outcome;
      } finally {
        await uploads.end(upload);
      }
    },
  };
}

/** What the schema leaves open may be undefined, which the library does not take. */
function exportOf(request: {
  readonly format: ExportRequest['format'];
  readonly rows?: object | undefined;
}): ExportRequest {
  const { rows, ...rest } = request;
  return defined({ ...rest, ...(rows === undefined ? {} : { rows: defined(rows) }) });
}

/** A file of a folder, be it through links. @throws DataError for a name that leaves the folder; the system's error where there is none */
async function fileWithin(dir: string, name: string): Promise<string> {
  const path = join(dir, name);
  const [folder, file] = isPlainName(name)
    ? await Promise.all([realpath(dir), realpath(path).catch(() => '')])
    : ['', ''];
  if (file !== '' && file.startsWith(folder + sep)) return file;
  throw new DataError(`the run has no file ${JSON.stringify(name)}`, { nextStep: 'Look at the list of its files.' });
}
