/** Celsius for one code. */
export const TMP117_LSB_C = 7.8125e-3;
/** What the result register holds before the first conversion: −256 °C, which no caller may take for a temperature. */
export const TMP117_NOT_READY = 0x8000;
/** Time of one conversion with the default averaging, seconds. */
const CONVERSION_S = 0.125;

/** TMP117 thermometer: result register and the trap of its first conversion. */
export class Tmp117 {
  #celsius = 0;
  #age = 0;

  /** Board time goes on at a temperature. */
  advance(seconds: number, celsius: number): void {
    this.#age += seconds;
    if (this.#age >= CONVERSION_S) this.#celsius = celsius;
  }

  /** Whether a conversion has finished since power-up. */
  get ready(): boolean {
    return this.#age >= CONVERSION_S;
  }

  /** The result register, 16 bits. */
  read(): number {
    return this.ready ? Math.round(this.#celsius / TMP117_LSB_C) & 0xffff : TMP117_NOT_READY;
  }
}

/** Thousandths of a degree for a result register; undefined before the first conversion. */
export function tmp117MilliC(register: number): number | undefined {
  if (register === TMP117_NOT_READY) return undefined;
  return Math.round(((register << 16) >> 16) * TMP117_LSB_C * 1000);
}
