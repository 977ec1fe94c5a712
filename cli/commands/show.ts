import { join } from 'node:path';
import { formatBytes, formatDuration } from '../../base/index.js';
import { readRun, type StoredRun } from '../../lab/runs/index.js';
import { DEFAULT_RUNS, type CommandAction } from '../context.js';
import { energyTable } from '../energy-table.js';
import { EXIT } from '../exit-codes.js';
import { findRun } from '../find-run.js';
import { pairs, table } from '../table.js';
import { valueText } from '../value-text.js';

/** `spindrift show RUN`: what a run folder holds. */
export const show: CommandAction<{ readonly dir?: string }, [run: string]> = async (
  { out },
  { dir = DEFAULT_RUNS },
  name,
) => {
  const run = await readRun(await findRun(name, dir));
  let damaged = 0;
  const counts: Record<string, number> = {};
  for await (const { event } of run.events(() => (damaged += 1))) counts[event.type] = (counts[event.type] ?? 0) + 1;
  const { manifest, state, result } = run;
  const shown = {
    run: run.dir,
    id: manifest.id,
    experiment: manifest.experiment,
    status: state,
    params: manifest.params,
    results: result?.results ?? {},
    energy: result?.energy ?? null,
    events: { ...counts },
    damagedLines: damaged,
    artifacts: result?.artifacts ?? [],
    manifest,
    ...(result === undefined ? {} : { result }),
  };
  out.result(shown, () => describe(run, counts, damaged));
  if (state === 'interrupted' && result === undefined) {
    out.note(`The process that wrote this run is gone. Make the folder whole with: spindrift recover ${run.dir}`);
  }
  return EXIT.done;
};

function describe(
  { dir, manifest, state, result }: StoredRun,
  counts: Record<string, number>,
  damaged: number,
): string {
  const board = manifest.board;
  const kind = board === null ? undefined : text(board['kind']);
  const parts = [
    pairs([
      ['run', dir],
      ['id', manifest.id],
      ['experiment', manifest.experiment],
      ['state', state],
      ['started', manifest.started],
      ['took', result === undefined || result.seconds === null ? undefined : formatDuration(result.seconds)],
      [
        'board',
        board === null
          ? 'none'
          : [text(board['uri']), kind === undefined ? undefined : `(${kind})`].filter(Boolean).join(' '),
      ],
      ['error', result?.error?.message],
      [
        'events',
        Object.entries(counts)
          .map(([type, n]) => `${type} ${n}`)
          .join(', '),
      ],
      ['damaged', damaged > 0 ? `${damaged} lines of the log` : undefined],
    ]),
    section(
      'Parameters',
      pairs(Object.entries(manifest.params).map(([name, value]) => [`  ${name}`, valueText(value)])),
    ),
    section(
      'Results',
      pairs(Object.entries(result?.results ?? {}).map(([name, value]) => [`  ${name}`, valueText(value)])),
    ),
    section('Energy', result?.energy == null ? '' : energyTable(result.energy)),
    section(
      'Files',
      table(
        [],
        (result?.artifacts ?? []).map(({ name, bytes }) => [`  ${join(dir, name)}`, formatBytes(bytes)]),
        [1],
      ),
    ),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function section(title: string, body: string): string {
  return body === '' ? '' : `${title}\n${body}`;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
