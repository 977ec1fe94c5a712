import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { FileError } from '../../../base/index.js';

const RELEASE = 'firmware-host/firmware/release/spindrift.uf2';

/**
 * The firmware that comes with the project.
 * @param root folder of the package
 * @throws FileError if this copy has none
 */
export function releasedImage(root: string): string {
  const path = join(root, RELEASE);
  if (existsSync(path)) return path;
  throw new FileError(`there is no released firmware in this copy of Spindrift: ${path} does not exist`, {
    nextStep:
      'build an image with `npm run firmware`, which puts it into firmware-host/firmware/build/, and name it: spindrift flash firmware-host/firmware/build/firmware.uf2',
  });
}
