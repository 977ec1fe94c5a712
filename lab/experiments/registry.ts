import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { UsageError } from '../../base/index.js';
import { fileError } from '../runs/index.js';
import { isExperiment, type Experiment } from './define-experiment.js';

const HERE = fileURLToPath(new URL('.', import.meta.url));

/** `x.experiment.js` when compiled, `x.experiment.ts` from the sources; neither declarations nor tests. */
const EXPERIMENT_FILE = /\.experiment\.(?:js|ts)$/;

/**
 * Loads every experiment of a folder: each file named `*.experiment.ts` (or `.js`) exports one or more. Adding one touches no other file.
 * @returns the experiments in order of id
 * @throws FileError when the folder cannot be read; TypeError when a file exports no experiment or two have one id
 */
export async function discoverExperiments(folder: string = HERE): Promise<Experiment[]> {
  let names: string[];
  try {
    names = (await readdir(folder)).filter((name) => EXPERIMENT_FILE.test(name)).sort();
  } catch (cause) {
    throw fileError('read the folder', folder, cause);
  }
  const found = new Map<string, Experiment>();
  for (const name of names) {
    const module = (await import(pathToFileURL(join(folder, name)).href)) as Record<string, unknown>;
    const experiments = Object.values(module).filter(isExperiment);
    if (experiments.length === 0) throw new TypeError(`${name} exports no experiment`);
    for (const experiment of experiments) {
      if (found.has(experiment.id)) throw new TypeError(`two experiments have the id ${experiment.id}`);
      found.set(experiment.id, experiment);
    }
  }
  return [...found.values()].sort((a, b) => a.id.localeCompare(b.id));
}

let builtIn: Promise<Experiment[]> | undefined;

/** The experiments of the product, in order of id. */
export function listExperiments(): Promise<readonly Experiment[]> {
  builtIn ??= discoverExperiments();
  return builtIn;
}

/** The experiment with an id. @throws UsageError naming the ones that exist */
export async function findExperiment(id: string): Promise<Experiment> {
  const all = await listExperiments();
  const found = all.find((experiment) => experiment.id === id);
  if (found !== undefined) return found;
  throw new UsageError(`there is no experiment "${id}"`, {
    nextStep: `Choose one of: ${all.map((experiment) => experiment.id).join(', ')}.`,
  });
}
