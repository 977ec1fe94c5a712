import { type RandomStream } from '../../base/index.js';
import { codesPerMicrosiemens, toCode } from '../array/index.js';
import { type Hardware } from './hardware.js';
import { ADC_SCAN_S, MAP_SETTLE_S } from './timings.js';

/** A mean code below this is an open cell: 4 MΩ and more at 0.1 V. */
const LEAST_CODE = 4;

/** One cell as it was read. */
export interface CellReading {
  /** Mean code above the column's offset code. */
  readonly code: number;
  readonly clipped: number;
}

/**
 * Reads single cells with the column converters in the 100 kΩ range: one row driven, each column its one cell through the wires. Noise of
 * cell and converter is drawn for every conversion.
 */
export class MapReader {
  readonly #hardware: Hardware;
  readonly #tile: number;
  readonly #stream: RandomStream;
  readonly #averages: number;

  constructor(hardware: Hardware, tile: number, averages: number) {
    this.#hardware = hardware;
    this.#tile = tile;
    this.#averages = averages;
    this.#stream = hardware.callStream('map');
  }

  /** Reads the chosen columns of a row and books it. @returns readings and the time it took, s */
  readRow(row: number, columns: Uint16Array): { readonly readings: CellReading[]; readonly arrayS: number } {
    const hardware = this.#hardware;
    const unit = hardware.unit(this.#tile);
    hardware.retention.select(unit, row);
    const { cells, converters } = unit;
    const readV = hardware.drive.readUv / 1e6;
    const perUs = codesPerMicrosiemens(readV, 'cell');
    const averages = this.#averages;
    const sd = Math.sqrt(converters.noiseVariance);
    let conductance = 0;
    const readings: CellReading[] = [];
    for (const col of columns) {
      const cell = row * cells.cols + col;
      const siemens = 1 / (cells.resistance(cell, readV) + unit.seriesOhm(row, col));
      conductance += siemens;
      let sum = 0;
      let clipped = 0;
      for (let k = 0; k < averages; k++) {
        const x = siemens * 1e6 * (1 + cells.readNoise[cell]! * this.#stream.gaussian());
        const reading = toCode(converters.level(col, x, perUs) + sd * this.#stream.gaussian());
        sum += reading.code;
        if (reading.clipped) clipped++;
      }
      readings.push({ code: sum / averages - converters.offsetCode[col]!, clipped });
    }
    const { counts, energy } = hardware.meters;
    counts.cellReads += columns.length * averages;
    counts.adcConversions += cells.cols * averages;
    const arrayS = MAP_SETTLE_S + averages * ADC_SCAN_S;
    hardware.retention.read(unit, row, 1, arrayS, readV);
    energy.read.add(readV * readV * conductance * arrayS);
    return { readings, arrayS };
  }

  /** Resistance for a reading, ohm: what the wires add is part of it. Infinity where no more flows than an offset may hide. */
  ohm(reading: CellReading): number {
    const readV = this.#hardware.drive.readUv / 1e6;
    return reading.code < LEAST_CODE ? Infinity : (1e6 * codesPerMicrosiemens(readV, 'cell')) / reading.code;
  }
}
