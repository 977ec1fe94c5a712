/** The guest of this worker of vitest: files run two at a time, and what is plugged into a guest is everybody's who uses it. */
import { inject } from 'vitest';
import type { RigAddress } from './rig/rig.js';

/** Undefined where the rig cannot run. */
export function ownRig(): RigAddress | undefined {
  const rigs = inject('rigs');
  if (rigs === undefined) return undefined;
  const rig = rigs[Number(process.env['VITEST_POOL_ID']) - 1];
  if (rig === undefined)
    throw new Error(`worker ${process.env['VITEST_POOL_ID']} has no guest: there are ${rigs.length}`);
  return rig;
}
