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

  interface Sensor {
    /** Starts sampling again. */
    enable(): this;
    /** Ends sampling: it keeps the process alive no more. */
    disable(): this;
  }
}

/** A thermometer on the bus, or one with a controller of your own: its methods are property descriptors. */
export interface BusThermometerOption {
  readonly controller: string | Readonly<Record<string, PropertyDescriptor>>;
  readonly address?: number | undefined;
  /** Time between two `data`, ms. */
  readonly freq?: number | undefined;
  readonly board?: johnnyFive.Board | undefined;
  readonly id?: string | undefined;
}

/** What the class of a board has, and its types do not know. */
export interface BoardStatics {
  /** Every board of the process; `mount()` is the first. */
  readonly cache: johnnyFive.Board[];
  readonly mount: (which?: unknown) => johnnyFive.Board | null;
  /** Sensitive to `this`: call it on a component that is being made. */
  readonly Component: (
    this: object,
    options: object,
    own?: { readonly requestPin?: boolean; readonly normalizePin?: boolean },
  ) => void;
}

/** The module, with what its types do not know. */
export type JohnnyFive = Omit<typeof johnnyFive, 'default' | 'Board' | 'Thermometer'> & {
  readonly Board: typeof johnnyFive.Board & BoardStatics;
  readonly Thermometer: new (options: BusThermometerOption | johnnyFive.ThermometerOption) => johnnyFive.Thermometer;
};
/** A board as johnny-five has it. */
export type FiveBoard = johnnyFive.Board;

/** Loads johnny-five, once. It looks for no port and loads no native part as long as each of its boards is given an `io`. */
export async function loadJohnnyFive(): Promise<JohnnyFive> {
  const module = await import('johnny-five');
  return module.default as unknown as JohnnyFive;
}
