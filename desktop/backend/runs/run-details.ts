/** A run as the page shows it. */
import { basename } from 'node:path';
import { describeParameters } from '../../../lab/experiments/index.js';
import { experimentOf, storedFigures } from '../../../lab/experiments/stored-figures.js';
import {
  boardKind,
  boardName,
  columnHeaders,
  describeColumn,
  folderFiles,
  noticeOf,
  readNotes,
  resultItems,
  type RunEntry,
  type RunSurvey,
} from '../../../lab/runs/index.js';
import type { RunDetails, RunParam, RunRow, RunTableInfo } from '../../rpc/api/runs.js';
import type { OpenRun } from './run-store.js';

/** An entry of the index as a row of the list. */
export function rowOf(entry: RunEntry): RunRow {
  const { name, experiment, state, started, seconds, board, boardKind, title, tags, star } = entry;
  return { name, experiment, state, started, seconds, board, boardKind, title, tags, star };
}

/** Everything that is known of a run, without its rows. @throws FileError, DataError for damaged notes */
export async function detailsOf({ run, survey }: OpenRun): Promise<RunDetails> {
  const { manifest, result, dir } = run;
  const experiment = await experimentOf(run);
  const notes = await readNotes(dir);
  const notice = noticeOf(manifest);
  const [firstMs, lastMs] = survey.span;
  return {
    name: basename(dir),
    experiment: manifest.experiment,
    state: run.state,
    started: manifest.started,
    seconds: result?.seconds ?? null,
    board: boardName(manifest),
    boardKind: boardKind(manifest),
    title: notes.title,
    tags: notes.tags,
    star: notes.star,
    id: manifest.id,
    dir,
    experimentTitle: experiment?.title ?? manifest.experiment,
    known: experiment !== undefined,
    params: paramsOf(manifest.params, experiment === undefined ? [] : describeParameters(experiment)),
    identity: manifest.board,
    ...(notice === undefined ? {} : { notice }),
    versions: manifest.versions,
    ...(manifest.seed === undefined ? {} : { seed: manifest.seed }),
    host: `${manifest.host.name}, ${manifest.host.platform} ${manifest.host.arch}`,
    ...(result === undefined ? {} : { ended: result.ended }),
    ...(result?.error === undefined ? {} : { error: { name: result.error.name, message: result.error.message } }),
    results: resultItems(result?.results ?? {}),
    energy: result?.energy ?? null,
    notes,
    tables: tablesOf(survey),
    figures: await storedFigures(run, survey),
    files: await folderFiles(dir),
    counts: survey.counts,
    damagedLines: survey.damagedLines,
    logBytes: survey.bytes,
    spanS: Number.isNaN(firstMs) ? 0 : Math.max(0, (lastMs - firstMs) / 1000),
    whole: result !== undefined,
  };
}

function paramsOf(
  params: Readonly<Record<string, unknown>>,
  described: ReturnType<typeof describeParameters>,
): RunParam[] {
  const byName = new Map(described.map((one) => [one.name, one]));
  return Object.entries(params).map(([name, value]) => {
    const known = byName.get(name);
    const { label, unit } = known ?? describeColumn(name);
    return {
      name,
      label,
      value,
      isDefault: known !== undefined && known.default === value,
      ...(unit === undefined ? {} : { unit }),
      ...(known?.help === undefined ? {} : { help: known.help }),
    };
  });
}

function tablesOf(survey: RunSurvey): RunTableInfo[] {
  return survey.tables.map(({ name, rows, columns }) => {
    const headers = columnHeaders(columns.map((column) => column.name));
    return {
      name,
      rows,
      columns: columns.map((column, i) => {
        const { label, unit } = describeColumn(column.name);
        return { ...column, label, ...(unit === undefined ? {} : { unit }), header: headers[i]! };
      }),
    };
  });
}
