import { checkNumber } from '../../../base/index.js';

/**
 * All templates of `bits` bits that cannot overlap a shifted copy of themselves, ascending: no proper beginning of them is also their end.
 * 148 of 9 bits, 284 of 10.
 * @param bits 2 … 16
 */
export function aperiodicTemplates(bits: number): Uint32Array {
  checkNumber('bits', bits, { min: 2, max: 16, integer: true });
  const found: number[] = [];
  for (let template = 0; template < 2 ** bits; template++) {
    let borders = 0;
    for (let k = 1; k < bits; k++) borders += Number(template >>> (bits - k) === (template & (2 ** k - 1)));
    if (borders === 0) found.push(template);
  }
  return Uint32Array.from(found);
}

/** A template as digits, the first bit first. */
export function templateText(template: number, bits: number): string {
  return template.toString(2).padStart(bits, '0');
}
