/** Speed of the way from bytes of a transport to typed blocks in a consumer's hands, on one core. */
import { crc32 } from 'node:zlib';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBoardOver, TraceRing, WireRecorder, type LinkObserver } from '../../firmware-host/host/index.js';
import { FRAME_HEADER_BYTES, MAX_BLOCK_BYTES, decodeDataBlock, type DataBlock } from '../../proto/index.js';
import type { Benchmark } from './harness.js';
import { RecordedBits, recordBits, type Recording } from './recorded-bits.js';

const CHUNK_BYTES = 1 << 16;
const STREAM_BYTES = 1 << 25;

/** Everything that a client does: parser, checks, link, stream, credit, a copy for each block, an iterator. */
async function receive(recording: Recording, trace?: LinkObserver): Promise<void> {
  const board = await openBoardOver(new RecordedBits(recording, CHUNK_BYTES), 'recorded', { standIn: true, trace });
  try {
    let bytes = 0;
    for await (const block of board.openBits()) bytes += block.bytes.length;
    if (bytes !== recording.ends.length * recording.blockBytes) throw new Error(`${bytes} bytes arrived`);
  } finally {
    await board.close();
  }
}

/** The obvious receiver: joins each chunk to what is left of those before, and cuts frames off the front. No link, no credit, no resynchronisation. */
function joinAndCut({ wire, ends, blockBytes }: Recording): void {
  let left = Buffer.alloc(0);
  const blocks: DataBlock[] = [];
  let bytes = 0;
  for (let at = 0; at < wire.length; at += CHUNK_BYTES) {
    left = Buffer.concat([left, wire.subarray(at, Math.min(at + CHUNK_BYTES, wire.length))]);
    while (left.length >= FRAME_HEADER_BYTES) {
      const end = FRAME_HEADER_BYTES + left.readUIntLE(4, 3);
      if (left.length < end) break;
      const payload = left.subarray(FRAME_HEADER_BYTES, end);
      if (crc32(payload, crc32(left.subarray(0, 8))) !== left.readUInt32LE(8)) throw new Error('a bad frame');
      blocks.push({ ...decodeDataBlock(payload)!, data: Uint8Array.from(payload.subarray(16)) });
      left = left.subarray(end);
    }
    for (const { data } of blocks.splice(0)) bytes += data.length;
  }
  if (bytes !== ends.length * blockBytes) throw new Error(`${bytes} bytes arrived`);
}

function receiving(id: string, what: string, blockBytes: number): Benchmark {
  return {
    id,
    unit: 'B/s',
    what: `64 KiB chunks to blocks of ${what} through the whole client`,
    against: 'Buffer.concat and cut, no link',
    prepare: () => {
      const recording = recordBits(Math.floor(STREAM_BYTES / blockBytes), blockBytes);
      const amount = recording.ends.length * blockBytes;
      return {
        subject: { amount, work: () => receive(recording) },
        reference: {
          amount,
          work: () => {
            joinAndCut(recording);
          },
        },
      };
    },
  };
}

/** What a trace costs: every block's head is copied and stamped. */
function traced(id: string, blockBytes: number): Benchmark {
  return {
    id,
    unit: 'B/s',
    what: 'the same with a trace of the last 20,000 frames',
    against: 'without a trace',
    prepare: () => {
      const recording = recordBits(Math.floor(STREAM_BYTES / blockBytes), blockBytes);
      const amount = recording.ends.length * blockBytes;
      return {
        subject: { amount, work: () => receive(recording, new TraceRing()) },
        reference: { amount, work: () => receive(recording) },
      };
    },
  };
}

/** What recording costs: every frame is made once more, wrapped, and handed to the system. */
function recorded(id: string, blockBytes: number): Benchmark {
  return {
    id,
    unit: 'B/s',
    what: 'the same with every frame recorded into a file',
    against: 'without a recording',
    prepare: () => {
      const recording = recordBits(Math.floor(STREAM_BYTES / blockBytes), blockBytes);
      const amount = recording.ends.length * blockBytes;
      const record = async (): Promise<void> => {
        const folder = mkdtempSync(join(tmpdir(), 'spindrift-bench-'));
        const recorder = new WireRecorder({ board: 'recorded' });
        try {
          recorder.start(join(folder, 'wire.pcapng'));
          await receive(recording, recorder);
          if ((recorder.stop()?.bytes ?? 0) < amount) throw new Error('not everything was recorded');
        } finally {
          rmSync(folder, { recursive: true, force: true });
        }
      };
      return { subject: { amount, work: record }, reference: { amount, work: () => receive(recording) } };
    },
  };
}

/** See the head of this file. */
export const linkBenchmarks: readonly Benchmark[] = [
  receiving('link.receive', '4 KiB, as a board sends them,', 4096),
  traced('link.trace', 4096),
  recorded('link.record', 4096),
  receiving('link.receive.64k', '64 KiB', MAX_BLOCK_BYTES),
];
