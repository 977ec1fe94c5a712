import { type RegisterSet } from './register-chip.js';

export const Pca9554Register = { input: 0, output: 1, polarity: 2, configuration: 3 } as const;

/** PCA9554: eight lines of the aux header. Inputs are pulled up. */
export class Pca9554 implements RegisterSet {
  /** Levels that the outside holds lines at that are inputs. */
  outside = 0xff;
  #output = 0xff;
  #polarity = 0;
  #configuration = 0xff;

  /** Levels of the eight lines. */
  get lines(): number {
    return (this.outside & this.#configuration) | (this.#output & ~this.#configuration & 0xff);
  }

  /** Lines that the chip drives. */
  get driven(): number {
    return ~this.#configuration & 0xff;
  }

  size(): number {
    return 1;
  }

  read(register: number): bigint {
    switch (register & 3) {
      case Pca9554Register.input:
        return BigInt(this.lines ^ this.#polarity);
      case Pca9554Register.output:
        return BigInt(this.#output);
      case Pca9554Register.polarity:
        return BigInt(this.#polarity);
      default:
        return BigInt(this.#configuration);
    }
  }

  write(register: number, value: number): void {
    switch (register & 3) {
      case Pca9554Register.output:
        this.#output = value;
        break;
      case Pca9554Register.polarity:
        this.#polarity = value;
        break;
      case Pca9554Register.configuration:
        this.#configuration = value;
        break;
      default: // the input register takes nothing
    }
  }

  next(register: number): number {
    return register;
  }

  powerUp(): void {
    this.#output = this.#configuration = 0xff;
    this.#polarity = 0;
  }
}
