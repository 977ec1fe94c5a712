import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { Writable } from 'node:stream';
import { expect, it } from 'vitest';
import { UsageError } from '../../base/index.js';
import { refuseKernelPool } from './kernel-pool.js';

it.runIf(process.platform === 'linux')('knows the kernel’s pool behind a stream, and lets others be', async () => {
  for (const [path, refused] of [
    ['/dev/random', true],
    ['/dev/urandom', true],
    ['/dev/null', false],
  ] as const) {
    const stream = createWriteStream(path, { flags: 'r+' });
    await once(stream, 'open');
    const check = (): void => refuseKernelPool(stream);
    if (refused) expect(check).toThrow(UsageError);
    else check();
    stream.destroy();
  }
  refuseKernelPool(new Writable());
});
