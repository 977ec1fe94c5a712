import { RandomStream, type VirtualClock } from '../../../base/index.js';
import type {
  Board,
  DriveSettings,
  ReadMapOptions,
  ShotOptions,
  ShotResult,
  StreamBlock,
  Telemetry,
} from '../../../firmware-host/host/index.js';
import { escapeOf, type ThermalCell, type ThermalModel } from '../hysteresis/escape-rate.js';
import { FakeBoard } from './fake-board.js';

/** What a fake array is made of. */
export interface FakeArrayOptions {
  readonly rows: number;
  readonly cols: number;
  /** What the fake claims to be; default simulated. */
  readonly kind?: 'real' | 'simulated';
  readonly seed?: number;
  /** Magnet of each cell. */
  readonly magnet?: (row: number, col: number) => ThermalCell;
  readonly model?: ThermalModel;
  /** Probability that a pulse turns a cell over. */
  readonly pulse?: (start: 'p' | 'ap', voltageV: number, widthS: number, row: number, col: number) => number;
  /** Cells that do not follow, by `row,col`. */
  readonly faults?: Readonly<Record<string, 'open' | 'short' | 'p' | 'ap'>>;
  /** Heat that the coil takes, as the board's guard counts it; Infinity without a guard. */
  readonly coilBudgetS?: number;
}

const NO_MAGNET: ThermalCell = { hkAPerM: 1e6, delta: 1000, strayAPerM: 0, perV: 0 };
const PARALLEL_OHM = 50e3;
const TMR = 1;
/** Field that the fake coil holds for good, A/m. */
const CONTINUOUS = 11_936;

const LIMITS: Board['limits'] = {
  amplitudeV: { min: 0.4, max: 2, step: 38e-6 },
  bipolar: true,
  pulseWidthS: { min: 0.5e-9, max: 10e-6, step: 5e-12 },
  pulses: [
    { widthS: 5e-9, amplitudeV: 2 },
    { widthS: 100e-9, amplitudeV: 1.6 },
    { widthS: 10e-6, amplitudeV: 1.2 },
  ],
  biasV: { min: -0.3, max: 0.3, step: 38e-6 },
  readV: { min: 0.02, max: 0.3, step: 38e-6 },
  readS: { min: 24e-9, max: 2e-6, step: 8e-9 },
  settleS: { min: 24e-9, max: 2e-6, step: 8e-9 },
  fieldAPerM: { min: -47_746, max: 47_746, step: 1.6 },
  maxShots: 1_000_000,
  maxPulsesPerShot: 16,
  maxPulseRateHz: 1.6e6,
  maxDuty: 0.1,
  maxInputBits: 8,
  maxRepeats: 64,
  maxVerifyPasses: 32,
  maxBlockBytes: 1000,
  inlineBits: 2048,
  maxStreams: 4,
};

/**
 * An array of Stoner–Wohlfarth cells that jump by chance at Arrhenius' rate while the fake's own time passes. It keeps board time as the design would, and
 * lays the bias on the row that was accessed last.
 */
export class FakeArrayBoard extends FakeBoard {
  override readonly identity: Board['identity'];
  override readonly limits = LIMITS;
  /** States, row-major: 1 = antiparallel. */
  readonly states: Uint8Array;
  readonly #options: FakeArrayOptions;
  readonly #random: RandomStream;
  readonly #time: VirtualClock;
  readonly #magnets: readonly ThermalCell[];
  #selected = -1;
  #heatS = 0;
  /** Times that the coil's guard tripped. */
  overloads = 0;

  constructor(clock: VirtualClock, options: FakeArrayOptions) {
    super(clock);
    const { rows, cols } = options;
    this.#options = options;
    this.#time = clock;
    this.#random = RandomStream.from(options.seed ?? 1, 'fake-array');
    this.identity = {
      ...new FakeBoard(clock).identity,
      kind: options.kind ?? 'simulated',
      geometry: { rows, cols, tiles: 1 },
    };
    this.states = Uint8Array.from({ length: rows * cols }, () => this.#random.integer(2));
    this.#magnets = Array.from(
      this.states,
      (_, cell) => options.magnet?.(Math.floor(cell / cols), cell % cols) ?? NO_MAGNET,
    );
    for (const [place, fault] of Object.entries(options.faults ?? {})) {
      const [row, col] = place.split(',').map(Number);
      this.states[row! * cols + col!] = fault === 'ap' ? 1 : 0;
    }
  }

  override async setConfig(drive: DriveSettings): Promise<DriveSettings> {
    const moves = drive.fieldAPerM !== this.drive.fieldAPerM;
    const actual = await super.setConfig(drive);
    this.#pass(moves ? 5e-3 : 10e-6);
    return actual;
  }

  async runShots(options: ShotOptions): Promise<ShotResult> {
    this.call('runShots');
    const before = this.#time.now();
    const bits = this.#shoot(options);
    const outcomes = pack(bits);
    return {
      outcomes,
      count: bits.length,
      ones: bits.reduce((sum, bit) => sum + bit, 0),
      boardTimeS: this.#time.now() - before,
    };
  }

  async *openShots(options: ShotOptions): AsyncGenerator<Pick<StreamBlock, 'bytes' | 'bits'>> {
    this.call('openShots');
    const bits = this.#shoot(options);
    for (let at = 0; at < bits.length; at += 8 * LIMITS.maxBlockBytes) {
      const part = bits.slice(at, at + 8 * LIMITS.maxBlockBytes);
      yield { bytes: pack(part), bits: part.length };
    }
  }

  override async readMap({ rowMask, colMask, averages = 1 }: ReadMapOptions = {}): Promise<Float32Array> {
    this.call('readMap');
    const { cols } = this.#options;
    const ohm: number[] = [];
    for (const row of this.#lines(rowMask, this.#options.rows)) {
      this.#selected = row;
      for (const col of this.#lines(colMask, cols)) {
        const noise = 1 + (0.003 / Math.sqrt(averages)) * this.#random.gaussian();
        ohm.push(this.#ohmOf(row, col) * noise);
      }
      this.#pass(5e-6 + averages * 20.3e-6, this.drive.readV);
      this.counters.adcConversions += cols * averages;
    }
    return Float32Array.from(ohm);
  }

  override async readTelemetry(): Promise<Telemetry> {
    return { ...(await super.readTelemetry()), arrayTemperatureK: 300 };
  }

  #ohmOf(row: number, col: number): number {
    const fault = this.#options.faults?.[`${row},${col}`];
    if (fault === 'open') return Infinity;
    if (fault === 'short') return 500;
    return PARALLEL_OHM * (1 + TMR * this.states[row * this.#options.cols + col]!);
  }

  #shoot({ rowMask, colMask, shots, pulsesPerShot = 1, initialise = 'none' }: ShotOptions): Uint8Array {
    const { cols, faults = {}, pulse } = this.#options;
    const { amplitudeV, pulseWidthS } = this.drive;
    const columns = this.#lines(colMask, cols);
    const bits: number[] = [];
    for (const row of this.#lines(rowMask, this.#options.rows)) {
      this.#selected = row;
      for (let shot = 0; shot < shots; shot += 1) {
        for (const col of columns) {
          const cell = row * cols + col;
          if (faults[`${row},${col}`] === undefined) {
            if (initialise !== 'none') this.states[cell] = initialise === 'ap' ? 1 : 0;
            for (let k = 0; k < pulsesPerShot && amplitudeV !== 0; k += 1) {
              const p = pulse?.(this.states[cell] === 1 ? 'ap' : 'p', amplitudeV, pulseWidthS, row, col) ?? 0;
              if (this.#random.uniform() < p) this.states[cell]! ^= 1;
            }
          }
          bits.push(this.states[cell]!);
        }
      }
      this.#pass(shots * pulsesPerShot * Math.max(656e-9, 10 * pulseWidthS));
      this.counters.rowPulses += shots * pulsesPerShot;
      this.counters.cellPulses += shots * pulsesPerShot * columns.length;
    }
    return Uint8Array.from(bits);
  }

  /** Lets time pass for every cell, with the bias (or another voltage) on the selected row. */
  #pass(seconds: number, voltageV = this.drive.biasV): void {
    const { cols, model, coilBudgetS = Infinity, faults = {} } = this.#options;
    const { fieldAPerM } = this.drive;
    if (model !== undefined) {
      for (const [cell, state] of this.states.entries()) {
        const row = Math.floor(cell / cols);
        if (faults[`${row},${cell % cols}`] !== undefined) continue;
        const at = row === this.#selected ? voltageV : 0;
        const { rate } = escapeOf(this.#magnets[cell]!, model, state === 1 ? 'ap' : 'p', fieldAPerM, at);
        // Rates behind the switching field are negligible: once over, it stays there.
        if (this.#random.uniform() < -Math.expm1(-rate * seconds)) this.states[cell]! ^= 1;
      }
    }
    this.#heatS = Math.max(0, this.#heatS + ((fieldAPerM / CONTINUOUS) ** 2 - 1) * seconds);
    if (this.#heatS > coilBudgetS) this.overloads += 1;
    this.#time.advance(seconds);
  }

  #lines(mask: bigint | undefined, size: number): number[] {
    const all = Array.from({ length: size }, (_, line) => line);
    return mask === undefined ? all : all.filter((line) => (mask >> BigInt(line)) & 1n);
  }
}

function pack(bits: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(Math.ceil(bits.length / 8));
  for (const [at, bit] of bits.entries()) bytes[at >> 3]! |= bit << (at & 7);
  return bytes;
}
