import { DATA_OFFSET, newDataFrame, spindrift, toU64, BlockFlag } from '../../../proto/index.js';
import { BitBuffer } from '../bit-buffer.js';
import { DownStream, type BlockSource, type ProducedBlock } from '../down-stream.js';
import { blockBytes } from './block-bytes.js';
import { PlannedShots, checkPlan } from './shot-plan.js';
import { verb } from './verb.js';

const { DataFormat } = spindrift.v1;

/** Pulses and reads, outcomes as a lossless stream of blocks. */
export const openShots = verb('openShots', (core, call, message) => {
  const plan = checkPlan(core, message.plan);
  const size = blockBytes(message.blockBytes);
  core.needStream(call);
  core.holdArray(call);
  const { hardware } = core;
  const { meters } = hardware;
  const shots = new PlannedShots(core, plan);
  const buffer = new BitBuffer(shots.burstOutcomes);
  let left = plan.outcomes;
  let boardS = 0;
  const source: BlockSource = {
    next(): ProducedBlock {
      const bits = Math.min(left, size * 8);
      const frame = newDataFrame(Math.ceil(bits / 8));
      const timeUs = meters.microseconds;
      let arrayS = 0;
      let pulseJ = 0;
      for (let have = 0; have < bits;) {
        if (buffer.available === 0) {
          const done = shots.next(buffer.bytes);
          buffer.filled(done.outcomes);
          arrayS += done.arrayS;
          pulseJ += done.pulseJ;
        }
        have += buffer.take(bits - have, frame, DATA_OFFSET, have);
      }
      left -= bits;
      const amplitudeV = hardware.amplitudeV;
      boardS += meters.spend({ arrayS, usbBytes: frame.length, pulseJ, amplitudeV });
      meters.counts.bytesOut += frame.length - DATA_OFFSET;
      return { frame, timeUs, tail: (8 - (bits % 8)) % 8, last: left === 0 };
    },
    stats: () => ({
      items: Math.floor((plan.outcomes - left) / plan.columns.length),
      boardTimeUs: boardS * 1e6,
    }),
  };
  const stream = new DownStream(call, source, {
    format: DataFormat.DATA_FORMAT_BITS_LSB,
    flags: BlockFlag.NOT_ENTROPY,
  });
  call.stream = {
    credit: (blocks) => stream.grant(blocks),
    drained: () => stream.pump(),
    close: () => stream.close(meters.microseconds),
  };
  call.progress({
    body: 'streamOpened',
    streamOpened: {
      blockBytes: size,
      format: DataFormat.DATA_FORMAT_BITS_LSB,
      totalBytes: toU64(Math.ceil(plan.outcomes / 8)),
      lossless: true,
    },
  });
});
