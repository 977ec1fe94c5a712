import { InvalidArgumentError, Option } from 'commander';

/** Most bytes whose bits are counted exactly. */
export const MOST_BYTES = Math.floor(Number.MAX_SAFE_INTEGER / 8);

const POWERS = ['', 'k', 'm', 'g', 't'];

/** A flag that takes a number of bytes: `4096`, `64KiB`, `1MB`. */
export function byteCountOption(flags: string, description: string): Option {
  return new Option(flags, description).argParser((text: string) => readByteCount(text));
}

/**
 * Bytes that a text names. With `i` (KiB, Mi) steps of 1024, without (kB, M) of 1000; the B may be left out.
 * @throws InvalidArgumentError unless they are a whole number from 1 to `most`
 */
export function readByteCount(text: string, most = MOST_BYTES): number {
  const match = /^(\d+\.?\d*|\.\d+)\s*([kmgt]?)(i?)b?$/i.exec(text.trim());
  const power = POWERS.indexOf((match?.[2] ?? '').toLowerCase());
  const value =
    match === null || (match[3] !== '' && power === 0)
      ? NaN
      : Number(match[1]) * (match[3] === '' ? 1000 : 1024) ** power;
  if (!Number.isSafeInteger(value) || value < 1 || value > most)
    throw new InvalidArgumentError(
      `Allowed: a whole number of bytes from 1 to ${most}, as 4096, 64KiB (1024) or 1MB (1000).`,
    );
  return value;
}
