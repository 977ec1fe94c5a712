import { InvalidArgumentError } from 'commander';

/** Reads a level of false alarm, `2^-30` or `1e-9`, as the exponent a of 2^-a. @throws InvalidArgumentError */
export function parseLevel(text: string): number {
  const power = /^2\^-(\d+(?:\.\d+)?)$/.exec(text.trim());
  const exponent = power === null ? -Math.log2(text.trim() === '' ? NaN : Number(text)) : Number(power[1]);
  if (!(exponent >= 1 && exponent <= 180))
    throw new InvalidArgumentError('Allowed: 2^-1 to 2^-180, or such a number, as 1e-9.');
  return exponent;
}
