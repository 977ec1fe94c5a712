import { fstatSync } from 'node:fs';
import type { Writable } from 'node:stream';
import { UsageError } from '../../base/index.js';

/** Device numbers of /dev/random and /dev/urandom on Linux: major 1, minor 8 and 9. */
const KERNEL_POOLS: readonly number[] = [0x108, 0x109];

/** @throws UsageError where a stream leads into the kernel's pool: for bytes that are not entropy, which must not be mixed in, credited or not */
export function refuseKernelPool(stream: Writable): void {
  const { fd } = stream as { readonly fd?: unknown };
  if (typeof fd !== 'number') return;
  const there = fstatSync(fd);
  if (process.platform !== 'linux' || !there.isCharacterDevice() || !KERNEL_POOLS.includes(there.rdev)) return;
  throw new UsageError('bytes that are not entropy are not mixed into the kernel’s pool', {
    code: 'NOT_ENTROPY',
    nextStep: 'send them into a file or a program, or take bytes of a real board',
  });
}
