import type { File, Group } from 'h5wasm/node';
import { ENERGY_KINDS, ENERGY_SCOPES } from '../../../base/index.js';
import type { StoredRun } from '../read-run.js';
import { describeColumn } from '../tables/column.js';
import { provenanceOf } from './provenance.js';

/** Adds what a run knows of itself: attributes of the file, and the groups `params`, `board`, `versions`, `results`, `energy`. */
export function addRunGroups(file: File, run: StoredRun, what: string): void {
  const { manifest, result } = run;
  const { versions, ...provenance } = provenanceOf(run);
  addValues(file, { format: 'spindrift-run', format_version: 1, exported: what, ...provenance });
  const params = file.create_group('params', true);
  addValues(params, manifest.params);
  for (const name of Object.keys(manifest.params)) {
    const { unit } = describeColumn(name);
    if (unit !== undefined) params.create_attribute(`${name}.unit`, unit);
  }
  if (manifest.board !== null) addValues(file.create_group('board', true), manifest.board);
  addValues(file.create_group('versions', true), versions);
  addValues(file.create_group('results', true), result?.results ?? {});
  addEnergy(file.create_group('energy', true), result?.energy ?? null);
  // Attributes hold 64 KiB; the whole documents are datasets.
  file.create_dataset({ name: 'manifest.json', data: [JSON.stringify(manifest)] });
  if (result !== undefined) file.create_dataset({ name: 'result.json', data: [JSON.stringify(result)] });
}

/** A longer one would not fit an attribute together with others. */
const LONGEST_ATTRIBUTE = 8192;

/** Plain values as attributes, anything else as JSON. */
function addValues(group: Group, values: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined || value === null) continue;
    if (typeof value === 'number') group.create_attribute(name, Float64Array.of(value), []);
    else if (typeof value === 'boolean') group.create_attribute(name, value ? 'true' : 'false');
    else {
      const text = typeof value === 'string' ? value : JSON.stringify(value);
      if (text.length > LONGEST_ATTRIBUTE) group.create_dataset({ name: name.replaceAll('/', '_'), data: [text] });
      else group.create_attribute(name, text);
    }
  }
}

/** Energy by scope and kind, each in a group of its own: there is no sum over them. */
function addEnergy(group: Group, energy: Readonly<Record<string, unknown>> | null): void {
  group.create_attribute('unit', 'J');
  group.create_attribute('reading', 'scopes and kinds describe overlapping things and are never added');
  for (const scope of ENERGY_SCOPES) {
    const found = energy?.[scope];
    if (typeof found !== 'object' || found === null) continue;
    const scopeGroup = group.create_group(scope, true);
    for (const kind of ENERGY_KINDS) {
      const total = (found as Record<string, unknown>)[kind];
      if (typeof total === 'object' && total !== null)
        addValues(scopeGroup.create_group(kind, true), total as Record<string, unknown>);
    }
  }
}
