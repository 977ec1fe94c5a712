/** The bus of the auxiliary header from the host's call to a chip on it, on the emulated board. Nothing of it has run on silicon. */
import { afterEach, describe, expect, it } from 'vitest';
import { HardwareError, LimitError } from '../../base/index.js';
import { I2C_ADDRESS } from '../../board-sim/parts/i2c/board-bus.js';
import { hello } from '../../firmware-host/host/index.js';
import { spindrift } from '../../proto/index.js';
import { USER_CHIP, arm, closeAll, connect, hasImage, openHeader } from './harness/header-board.js';

const { CalibrationRoutine } = spindrift.v1;

describe.skipIf(!hasImage)('the bus of the auxiliary header of the emulated board', () => {
  afterEach(closeAll);

  it('carries bytes to a chip on its bus and back, at the clock that is asked for', async () => {
    const { link, board, memory } = await openHeader();
    const data = Uint8Array.of(4, 10, 20, 30);
    await link.call('i2cWrite', { address: USER_CHIP, data }, 'i2cWriteReply');
    expect([...memory.bytes.slice(4, 7)]).toEqual([10, 20, 30]);
    expect(memory.byteNanos / 1000).toBeCloseTo(9 / 0.4, 0);
    const reply = await link.call(
      'i2cRead',
      { address: USER_CHIP, prefix: Uint8Array.of(5), count: 2 },
      'i2cReadReply',
    );
    expect([reply.address, ...reply.data]).toEqual([USER_CHIP, 20, 30]);
    await link.call('i2cConfig', { clockHz: 100_000 }, 'i2cConfigReply');
    await link.call('i2cWrite', { address: USER_CHIP, data }, 'i2cWriteReply');
    expect(memory.byteNanos / 1000).toBeCloseTo(90, 0);
    // The longest of all takes 6 ms now.
    const long = await link.call(
      'i2cRead',
      { address: USER_CHIP, prefix: Uint8Array.of(0), count: 64 },
      'i2cReadReply',
    );
    expect(long.data.length).toBe(64);
    const stop = new AbortController();
    const seen: number[] = [];
    const end = link
      .call(
        'watchI2c',
        { read: { address: USER_CHIP, prefix: Uint8Array.of(0), count: 1 }, periodMs: 10 },
        'watchI2cReply',
        {
          signal: stop.signal,
          onPartial: (event) => seen.push(event.data[0]!),
        },
      )
      .catch((error: unknown) => error);
    await board.pass(0.025);
    memory.bytes[0] = 77;
    await board.pass(0.02);
    stop.abort();
    expect(await end).toMatchObject({ name: 'AbortError' });
    expect([seen[0], seen.at(-1)]).toEqual([0, 77]);
  });

  it('leaves the longest transaction of the board its time at the slowest clock', async () => {
    const { link, board } = await openHeader();
    await link.call('i2cConfig', { clockHz: 100_000 }, 'i2cConfigReply');
    const configHash = await arm(link);
    // Pages of 256 bytes go into the calibration memory: 23 ms each.
    const routine = CalibrationRoutine.CALIBRATION_ROUTINE_ADC_OFFSET;
    const { calibrationHash } = await link.call('calibrate', { routine }, 'calibrateReply', { configHash });
    expect(calibrationHash).not.toBe(0);
    board.powerCycle();
    const again = await connect(board);
    expect((await hello(again)).calibrationHash).toBe(calibrationHash);
  });

  it("does not reach the board's own chips by its bus", async () => {
    const { link } = await openHeader();
    for (const address of [...Object.values(I2C_ADDRESS), 0x40, 0x41, 0x44, 0x45, 0x48]) {
      const write = link.call('i2cWrite', { address, data: Uint8Array.of(0) }, 'i2cWriteReply');
      await expect(write).rejects.toThrow(LimitError);
      const bytes = link.call('i2cRead', { address, count: 1 }, 'i2cReadReply');
      await expect(bytes).rejects.toThrow(`address = ${address}: there is the board's own`);
    }
    const nobody = link.call('i2cRead', { address: 0x60, count: 1 }, 'i2cReadReply');
    await expect(nobody).rejects.toBeInstanceOf(HardwareError);
  });
});
