import { open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { FileError, systemClock, type Clock } from '../../base/index.js';
import { EnergyLedger, type EnergyEntry } from '../energy/index.js';
import { AppendLog } from './append-log.js';
import { withRecoveryClaim } from './claim-recovery.js';
import { writeFileDurably } from './durable-file.js';
import { encodeEventLine, type StoredEvent } from './event-line.js';
import { fileError } from './file-errors.js';
import { EVENTS_FILE, RESULT_FILE, type ArtifactRecord, type RunResult, type RunState } from './manifest.js';
import { writerState } from './process-identity.js';
import { readRun, type StoredRun } from './read-run.js';
import { scanLog } from './scan-log.js';
import { TEMPORARY_NAME } from './temporary-names.js';

export interface RecoverOptions {
  readonly clock?: Clock;
  /** Recovers also when it cannot be told that the writing process is gone. */
  readonly force?: boolean;
}

/** What recovery found and did. */
export interface Recovery {
  readonly dir: string;
  readonly state: RunState;
  /** Whether anything was changed; a run that ended properly is left alone. */
  readonly recovered: boolean;
  /** Events that are whole. */
  readonly events: number;
  /** Bytes of a torn tail that were cut off; none of it had been acknowledged. */
  readonly truncatedBytes: number;
  /** Damaged lines between whole ones; they are left in place and skipped by readers. */
  readonly damagedLines: number;
  /** Numbers missing between the first and the last event. */
  readonly missingEvents: number;
  /** Unfinished temporary files that were removed. */
  readonly removedFiles: readonly string[];
}

interface LogSurvey {
  events: number;
  nextSeq: number;
  goodEnd: number;
  size: number;
  damagedLines: number;
  results: Record<string, unknown>;
  ledger: EnergyLedger;
  artifacts: Map<string, ArtifactRecord>;
}

/**
 * Makes a run whole whose process vanished: a torn last line is cut off, the run is marked `interrupted`, what its log knows of results,
 * energy and artifacts goes into result.json. Safe to repeat, also when it is interrupted itself.
 *
 * @throws FileError when there is no run, the process that writes it still lives, or another one recovers it already
 */
export async function recoverRun(dir: string, options: RecoverOptions = {}): Promise<Recovery> {
  const { clock = systemClock, force = false } = options;
  const run = await readRun(dir);
  if (run.result !== undefined) return asItIs(run);
  if (!force) assertWriterGone(run);
  return withRecoveryClaim(run.dir, force, async () => {
    // Somebody else may have recovered it since.
    const now = await readRun(dir);
    return now.result === undefined ? makeWhole(now, clock) : asItIs(now);
  });
}

/** What a run holds that has ended. */
async function asItIs({ dir, state }: StoredRun): Promise<Recovery> {
  const { events, damagedLines, nextSeq } = await surveyLog(join(dir, EVENTS_FILE));
  const missingEvents = nextSeq - events;
  return { dir, state, recovered: false, events, damagedLines, missingEvents, truncatedBytes: 0, removedFiles: [] };
}

async function makeWhole(run: StoredRun, clock: Clock): Promise<Recovery> {
  const path = join(run.dir, EVENTS_FILE);
  const survey = await surveyLog(path);
  const { damagedLines } = survey;
  const missingEvents = survey.nextSeq - survey.events;
  const truncatedBytes = survey.size - survey.goodEnd;
  if (truncatedBytes > 0) await truncateLog(path, survey.goodEnd);
  const removedFiles = await removeTemporaries(run.dir);
  const time = clock.date().toISOString();
  const log = await AppendLog.open(path);
  const event = { type: 'recovered', truncatedBytes, damagedLines, missingEvents, removedFiles };
  await log.append(encodeEventLine({ seq: survey.nextSeq, time, event }));
  await log.close();
  const result: RunResult = {
    status: 'interrupted',
    ended: time,
    seconds: null,
    events: survey.events + 1,
    results: survey.results,
    energy: survey.ledger.entries === 0 ? null : { ...survey.ledger.toJSON() },
    artifacts: [...survey.artifacts.values()],
  };
  await writeFileDurably(join(run.dir, RESULT_FILE), `${JSON.stringify(result, undefined, 2)}\n`);
  return {
    dir: run.dir,
    state: 'interrupted',
    recovered: true,
    events: survey.events,
    damagedLines,
    missingEvents,
    truncatedBytes,
    removedFiles,
  };
}

function assertWriterGone(run: StoredRun): void {
  const state = writerState(run.manifest);
  if (state === 'gone') return;
  const { pid } = run.manifest.process;
  const where = state === 'alive' ? `process ${pid} is` : `process ${pid} on ${run.manifest.host.name} may be`;
  throw new FileError(`cannot recover ${run.dir}: ${where} still writing it`, {
    details: { path: run.dir, pid },
    nextStep: 'Stop that process first, or recover with --force when it is certain that it has gone.',
  });
}

async function surveyLog(path: string): Promise<LogSurvey> {
  const survey: LogSurvey = {
    events: 0,
    nextSeq: 0,
    goodEnd: 0,
    size: 0,
    damagedLines: 0,
    results: {},
    ledger: new EnergyLedger(),
    artifacts: new Map(),
  };
  if (!(await stat(path).catch(() => undefined))) return survey;
  let damagedSinceGood = 0;
  for await (const { event, end } of scanLog(path)) {
    survey.size = end;
    if (event === undefined) {
      damagedSinceGood += 1;
      continue;
    }
    // Damage with whole lines after it is no torn tail: nothing after it may be thrown away.
    survey.damagedLines += damagedSinceGood;
    damagedSinceGood = 0;
    survey.goodEnd = end;
    survey.events += 1;
    survey.nextSeq = Math.max(survey.nextSeq, event.seq + 1);
    note(survey, event);
  }
  return survey;
}

function note(survey: LogSurvey, { event }: StoredEvent): void {
  if (event.type === 'result') Object.assign(survey.results, event['values']);
  if (event.type === 'posting') repost(survey.ledger, event['entry'] as EnergyEntry);
  if (event.type === 'artifact') {
    const { name, bytes, sha256 } = event as unknown as ArtifactRecord;
    survey.artifacts.set(name, { name, bytes, sha256 });
  }
}

/** The books are made again from the postings, so that they are as whole as the log. */
function repost(ledger: EnergyLedger, entry: EnergyEntry): void {
  try {
    ledger.post(entry);
  } catch {
    // A posting of another version of the program may name a formula that this one does not know; its joules count all the same.
    const { formula: _formula, ...rest } = entry;
    ledger.post(rest);
  }
}

async function truncateLog(path: string, length: number): Promise<void> {
  try {
    const handle = await open(path, 'r+');
    try {
      await handle.truncate(length);
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (cause) {
    throw fileError('cut the torn end off', path, cause);
  }
}

async function removeTemporaries(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { withFileTypes: true, recursive: true });
  const removed: string[] = [];
  for (const entry of entries) {
    if (!entry.isFile() || !TEMPORARY_NAME.test(entry.name)) continue;
    await rm(join(entry.parentPath, entry.name), { force: true });
    removed.push(entry.name);
  }
  return removed;
}
