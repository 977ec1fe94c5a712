/** Where files of bits and their assessments lie in the store. */
import { join } from 'node:path';
import { DataError, type Clock } from '../../base/index.js';
import { assessedSource, type AssessedSource, type BatteryResult } from '../../lab/entropy/index.js';
import { readJsonText } from '../../lab/runs/index.js';

/** Result of an assessment in its run folder. */
export const ASSESSMENT_FILE = 'assessment.json';
/** Experiments of the store that are assessments begin so. */
export const ASSESSMENT_PREFIX = 'assess-';

/** Folder of files of bits: no run folder, so that lists of runs pass over it. */
export function captureFolder(runsDir: string): string {
  return join(runsDir, 'captures');
}

/** A name for a file of bits that sorts by time. */
export function newCaptureName(mode: string, clock: Clock): string {
  return `${mode}-${clock.date().toISOString().replace(/[-:]/g, '').replace('.', '-').replace('Z', '')}.bin`;
}

/** Reads the result of a stored assessment. @param id name of its run folder @throws FileError */
export async function readResult(runsDir: string, id: string): Promise<BatteryResult> {
  const path = join(runsDir, checkId(id), ASSESSMENT_FILE);
  return JSON.parse(await readJsonText(path), reviveNumbers) as BatteryResult;
}

/** What a tap makes of a stored assessment. @throws FileError; DataError for one that is not of min-entropy */
export async function storedAssessment(runsDir: string, id: string, serial: string): Promise<AssessedSource> {
  const result = await readResult(runsDir, id);
  if (result.battery !== 'non-iid')
    throw new DataError(`${id} is no assessment of min-entropy`, {
      nextStep: 'Choose one by the battery non-iid, or let the tap assess its own bits.',
    });
  const { samples, bitsPerSample, minEntropy, conditioned } = result.found;
  const { sha256, origin } = result;
  return assessedSource(
    {
      samples,
      bitsPerSample,
      minEntropy,
      conditioned,
      sha256,
      ...(origin === undefined ? {} : { board: origin.board, notEntropy: origin.notEntropy }),
    },
    id,
    serial,
  );
}

/** The JSON text of a result; what JSON has no number for is a text that {@link readResult} turns back. */
export function resultText(result: BatteryResult): string {
  return `${JSON.stringify(
    result,
    (_key, value: unknown) =>
      typeof value === 'number' && !Number.isFinite(value)
        ? String(value)
        : typeof value === 'bigint'
          ? value.toString()
          : ArrayBuffer.isView(value)
            ? Array.from(value as unknown as ArrayLike<number>)
            : value,
    2,
  )}\n`;
}

function reviveNumbers(_key: string, value: unknown): unknown {
  return value === 'NaN' || value === 'Infinity' || value === '-Infinity' ? Number(value) : value;
}

/** @throws RangeError for an id that leaves the store */
export function checkId(id: string): string {
  if (!/^[\w-][\w.-]*$/.test(id))
    throw new RangeError(`id must be the name of a run folder, got ${JSON.stringify(id)}`);
  return id;
}
