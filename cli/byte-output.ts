import { UsageError } from '../base/index.js';
import type { Console } from './console.js';

/** Checks that bytes have somewhere to go. @param file what `--out` names @throws UsageError */
export function checkByteOutput(out: Console, file: string | undefined): void {
  if (file !== undefined) return;
  if (out.json)
    throw new UsageError('standard output cannot carry both the bytes and JSON', {
      nextStep: 'Name a file for the bytes with --out.',
    });
  if (out.stdout.isTTY === true)
    throw new UsageError('bytes are not for a terminal', {
      nextStep: 'Name a file with --out, or send standard output into one or into a program.',
    });
}
