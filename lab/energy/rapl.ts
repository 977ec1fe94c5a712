import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A processor package's energy counter. */
export interface RaplDomain {
  readonly name: string;
  /** Folder of the domain. */
  readonly path: string;
  /** The counter goes back to zero after this many microjoules. */
  readonly rangeUj: number;
}

/** Where Linux shows the counters of Intel and AMD processors. */
export const POWERCAP_ROOT = '/sys/class/powercap';

/**
 * Finds the packages whose counters can be read. Packages only: cores and memory are parts of a package and would count twice.
 * @returns the domains, or in words why there are none
 */
export async function findRaplDomains(root = POWERCAP_ROOT): Promise<readonly RaplDomain[] | string> {
  let names: string[];
  try {
    names = (await readdir(root)).filter((name) => /^intel-rapl:\d+$/.test(name)).sort();
  } catch {
    return `this computer has no energy counters (${root} does not exist; virtual machines and containers hide it)`;
  }
  if (names.length === 0) return `this computer shows no processor energy counter under ${root}`;
  try {
    return await Promise.all(
      names.map(async (entry) => {
        const path = join(root, entry);
        const domain = {
          path,
          name: (await readFile(join(path, 'name'), 'utf8')).trim(),
          rangeUj: Number(await readFile(join(path, 'max_energy_range_uj'), 'utf8')),
        };
        await readRaplUj(domain);
        return domain;
      }),
    );
  } catch {
    return `the processor's energy counters under ${root} are not readable (Linux shows them to root only)`;
  }
}

/** The counter of a domain, microjoules. */
export async function readRaplUj(domain: RaplDomain): Promise<number> {
  const value = Number(await readFile(join(domain.path, 'energy_uj'), 'utf8'));
  if (!Number.isFinite(value) || !(domain.rangeUj > 0)) throw new Error(`no number in ${domain.path}`);
  return value;
}

/** Energy between two readings with at most one wrap in between, joules. */
export function raplJoules(beforeUj: number, afterUj: number, rangeUj: number): number {
  const difference = afterUj - beforeUj;
  return (difference >= 0 ? difference : difference + rangeUj) * 1e-6;
}
