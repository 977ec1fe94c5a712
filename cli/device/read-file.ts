import { readFile } from 'node:fs/promises';
import { DataError, FileError, UsageError } from '../../base/index.js';
import {
  type DeviceParameters,
  deviceSets,
  findDevice,
  parseDeviceFile,
  parseWaveform,
  type Waveform,
} from '../../board-sim/device/index.js';
import { fileError } from '../../lab/runs/file-errors.js';

/** The junction of the boards: what commands take when no device is named. */
export const DEFAULT_DEVICE = 'board';

/**
 * A named set, or the device that a file describes.
 * @throws FileError when there is no such set or file, or it holds no JSON; UsageError for a value in it that is not allowed
 */
export async function loadDevice(nameOrPath: string): Promise<DeviceParameters> {
  const names = Object.keys(deviceSets);
  if (names.some((name) => name.toLowerCase() === nameOrPath.toLowerCase())) return findDevice(nameOrPath);
  // What looks like no file was meant as a name.
  if (!/[./\\]/.test(nameOrPath)) {
    const file = await readFile(nameOrPath, 'utf8').catch(() => undefined);
    if (file === undefined)
      throw new UsageError(`device must be one of ${names.join(', ')}, or a device file, got '${nameOrPath}'`, {
        nextStep: 'See: spindrift device show S1',
      });
    return parsed(nameOrPath, () => parseDeviceFile(file, nameOrPath));
  }
  const text = await textOf(nameOrPath);
  return parsed(nameOrPath, () => parseDeviceFile(text, nameOrPath));
}

/** The waveform that a file describes. @throws as {@link loadDevice} */
export async function loadWaveform(path: string): Promise<Waveform> {
  const text = await textOf(path);
  return parsed(path, () => {
    mustBeJson(path, text);
    return parseWaveform(text);
  });
}

async function textOf(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((cause: unknown) => {
    throw fileError('read', path, cause);
  });
}

function mustBeJson(path: string, text: string): void {
  try {
    JSON.parse(text);
  } catch (cause) {
    throw new DataError(`${path} is not JSON: ${(cause as Error).message}`, { cause });
  }
}

/** A file that holds no JSON is a bad file; a wrong type or value in it is a bad value, named with its file. */
function parsed<T>(path: string, parse: () => T): T {
  try {
    return parse();
  } catch (cause) {
    if (cause instanceof DataError)
      throw new FileError(cause.message, {
        cause,
        nextStep: cause.nextStep ?? 'Correct the file; examples/waveforms/ has files that can be read.',
      });
    if (!(cause instanceof TypeError || cause instanceof RangeError)) throw cause;
    const named = cause.message.includes(path) ? cause.message : `${path}: ${cause.message}`;
    throw new UsageError(named, { cause });
  }
}
