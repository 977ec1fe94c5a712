import { DATA_OFFSET, newDataFrame, spindrift, toU64 } from '../../../proto/index.js';
import { DownStream, type BlockSource, type ProducedBlock } from '../down-stream.js';
import { LIMITS } from '../limits.js';
import { MapReader, type CellReading } from '../map-reader.js';
import { selectedLines } from '../masks.js';
import { checkField, invalid } from '../refusal.js';
import { ADC_MIDDLE } from '../../array/index.js';
import { blockBytes } from './block-bytes.js';
import { verb } from './verb.js';

const { DataFormat, MapQuantity } = spindrift.v1;

/** Reads the resistance of each selected cell as a lossless stream. */
export const openReadMap = verb('openReadMap', (core, call, message) => {
  const tile = core.checkTile(message.tile);
  const rows = selectedLines('row_mask', message.rowMask, core.geometry.rows);
  const columns = selectedLines('col_mask', message.colMask, core.geometry.cols);
  const averages = message.averages === 0 ? 1 : checkField('averages', message.averages, 1, LIMITS.maxAverages);
  if (message.quantity > MapQuantity.MAP_QUANTITY_CODE) throw invalid(`quantity: unknown value ${message.quantity}`);
  const asCode = message.quantity === MapQuantity.MAP_QUANTITY_CODE;
  core.needStream(call);
  core.holdArray(call);
  const { hardware } = core;
  const { meters } = hardware;
  const reader = new MapReader(hardware, tile, averages);
  const itemBytes = asCode ? 2 : 4;
  const size = blockBytes(0, itemBytes);
  const total = rows.length * columns.length;
  const waiting: CellReading[] = [];
  let nextRow = 0;
  let given = 0;
  let clipped = 0;
  let boardS = 0;

  const source: BlockSource = {
    next(): ProducedBlock {
      const count = Math.min(size / itemBytes, total - given);
      const frame = newDataFrame(count * itemBytes);
      const view = new DataView(frame.buffer, frame.byteOffset + DATA_OFFSET);
      const timeUs = meters.microseconds;
      let arrayS = 0;
      for (let k = 0; k < count; k++) {
        if (waiting.length === 0) {
          const row = reader.readRow(rows[nextRow++]!, columns);
          waiting.push(...row.readings.reverse());
          arrayS += row.arrayS;
        }
        const reading = waiting.pop()!;
        clipped += reading.clipped;
        if (asCode) view.setUint16(2 * k, Math.max(0, Math.round(reading.code + ADC_MIDDLE)), true);
        else view.setFloat32(4 * k, reader.ohm(reading), true);
      }
      given += count;
      boardS += meters.spend({ arrayS, usbBytes: frame.length });
      meters.counts.bytesOut += frame.length - DATA_OFFSET;
      return { frame, timeUs, last: given === total };
    },
    stats: () => ({ items: given, clipped, boardTimeUs: boardS * 1e6 }),
  };
  const format = asCode ? DataFormat.DATA_FORMAT_U16LE : DataFormat.DATA_FORMAT_F32LE;
  const stream = new DownStream(call, source, { format });
  call.stream = {
    credit: (blocks) => stream.grant(blocks),
    drained: () => stream.pump(),
    close: () => stream.close(meters.microseconds),
  };
  call.progress({
    body: 'streamOpened',
    streamOpened: { blockBytes: size, format, totalBytes: toU64(total * itemBytes), lossless: true },
  });
});
