/**
 * The one place that loads johnny-five. It is CommonJS: named imports type-check and fail at run time, and loading it takes a fifth of a second, so it
 * is loaded when it is first wanted.
 *
 * The types of 2.1 have gaps, which the augmentation below closes as far as this project needs. What it declares exists in johnny-five 2.1.0.
 */
import type * as johnnyFive from 'johnny-five';

declare module 'johnny-five' {
  interface BoardOption {
    /** Whether SIGINT ends the process by `process.reallyExit`; default true. */
    sigint?: boolean | undefined;
  }

  interface Board {
    readonly RESOLUTION: { readonly ADC: number | null; readonly DAC: number | null; readonly PWM: number };
    readonly isConnected: boolean;
    /** Components of this board, in the order of their making. */
    readonly register: object[];
    on(event: 'disconnect' | 'reconnect', cb: () => void): this;
    once(event: string, cb: (...args: never[]) => void): this;
    off(event: string, cb: (...args: never[]) => void): this;
    emit(event: string, ...args: unknown[]): boolean;
    removeAllListeners(event?: string): this;
    pwmWrite(pin: number | string, value: number): this;
    i2cConfig(options?: { address?: number | undefined; delay?: number | undefined }): this;
    i2cWrite(address: number, bytes: readonly number[]): this;
    i2cWrite(address: number, register: number, bytes: readonly number[]): this;
    i2cWriteReg(address: number, register: number, value: number): this;
    i2cRead(address: number, register: number, count: number, cb: (bytes: number[]) => void): this;
    i2cRead(address: number, count: number, cb: (bytes: number[]) => void): this;
    i2cReadOnce(address: number, register: number, count: number, cb: (bytes: number[]) => void): this;
    i2cReadOnce(address: number, count: number, cb: (bytes: number[]) => void): this;
    snapshot(): Record<string, unknown>[];
    serialize(): string;
  }

  interface ThermometerOption {
    /** Of a thermometer on the bus. */
    address?: number | undefined;
  }

  namespace Board {
    /** Sensitive to `this`: call it on a component that is being made. */
    function Component(
      this: object,
      options: object,
      own?: { readonly requestPin?: boolean; readonly normalizePin?: boolean },
    ): void;
    function mount(which?: unknown): Board | null;
    /** Every board of the process; `mount()` is the first. */
    const cache: Board[];
  }
}

/** The module. */
export type JohnnyFive = Omit<typeof johnnyFive, 'default'>;
/** A board as johnny-five has it. */
export type FiveBoard = johnnyFive.Board;

/** Loads johnny-five, once. It looks for no port and loads no native part as long as each of its boards is given an `io`. */
export async function loadJohnnyFive(): Promise<JohnnyFive> {
  const module = await import('johnny-five');
  return module.default;
}
