/** Once for all tests of a project: a guest for each of its workers, or the reason why there is none here. */
import type { TestProject } from 'vitest/node';
import { bootRigs, type RigAddress } from './rig/rig.js';
import { runningRig } from './rig/running.js';
import { RigUnavailable } from './rig/unavailable.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** One for each worker. Undefined where the rig cannot run. */
    readonly rigs: readonly RigAddress[] | undefined;
    /** Which boards test/contract runs against: those of this machine where it is undefined. */
    readonly contractOver: 'usb' | undefined;
  }
}

/** The whole suite must be done by then, on a busy machine too. */
const LIMIT_S = 1800;

export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  project.provide('contractOver', 'usb');
  const running = runningRig();
  if (running !== undefined) {
    project.provide('rigs', [running]);
    return undefined;
  }
  try {
    const rigs = await bootRigs(project.config.maxWorkers, LIMIT_S);
    project.provide(
      'rigs',
      rigs.map(({ address }) => address),
    );
    return async () => {
      await Promise.all(rigs.map((rig) => rig.close()));
    };
  } catch (error) {
    if (!(error instanceof RigUnavailable) || process.env['CI'] === 'true') throw error;
    console.warn(`\n*** SKIPPED: ALL USB TESTS: ${error.message} ***\n`);
    project.provide('rigs', undefined);
    return undefined;
  }
}
