import { BlockFlag, crc32, spindrift, toU64, type DataBlock } from '../../../proto/index.js';
import { LIMITS } from '../limits.js';
import { checkWireWindow } from '../multiplier.js';
import { Refusal, checkField, invalid } from '../refusal.js';
import { UpStream } from '../up-stream.js';
import { verb } from './verb.js';

const { CellFormat, Status } = spindrift.v1;

/** Writes the states of a window; nothing is written before all the data is there and its CRC is right. */
export const programTile = verb('programTile', (core, call, message) => {
  const { tile, window } = checkWireWindow(core, message.window);
  if (message.format > CellFormat.CELL_FORMAT_CELLS_U8) throw invalid(`format: unknown value ${message.format}`);
  const passes = checkField('verify_passes', message.verifyPasses, 0, LIMITS.maxVerifyPasses);
  core.needStream(call);
  core.holdArray(call);
  const cells = new Uint8Array(window.rows * window.cols);
  const up = new UpStream(call);
  let have = 0;

  const finish = (): void => {
    if (have !== cells.length) throw invalid(`program_tile: ${have} of ${cells.length} bytes came before END`);
    if (crc32(cells) !== message.dataCrc32)
      throw new Refusal(Status.STATUS_DATA_LOSS, 'program_tile: the CRC of the data is wrong; nothing was written');
    let bits = 0;
    for (let k = 0; k < cells.length; k++) bits |= cells[k]!;
    if (bits > 1) throw invalid('program_tile: a cell state is neither 0 nor 1');
    const { meters, drive } = core.hardware;
    const outcome = core.writer.write(tile, window, cells, passes);
    const seconds = meters.spend({
      arrayS: outcome.arrayS,
      usbBytes: cells.length,
      pulseJ: outcome.pulseJ,
      amplitudeV: drive.amplitudeUv / 1e6,
    });
    call.finish({
      body: 'programTileReply',
      programTileReply: {
        cellsFailed: outcome.cellsFailed,
        writeAttempts: outcome.attempts,
        boardTimeUs: toU64(Math.round(seconds * 1e6)),
      },
    });
  };

  call.stream = {
    block: (block: DataBlock) => {
      up.accept(block);
      if (have + block.data.length > cells.length) throw invalid(`program_tile: more than ${cells.length} bytes`);
      cells.set(block.data, have);
      have += block.data.length;
      core.hardware.meters.counts.bytesIn += block.data.length;
      up.consumed();
      if ((block.flags & BlockFlag.END) !== 0 || have === cells.length) finish();
    },
  };
  call.progress({
    body: 'streamOpened',
    streamOpened: { upBlockBytes: LIMITS.maxBlockBytes, upTotalBytes: toU64(cells.length), lossless: true },
  });
  up.open();
});
