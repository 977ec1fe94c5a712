/** Telemetry, self test and calibration through the typed client. */
import { expect, it } from 'vitest';
import { UnsupportedError } from '../../base/index.js';
import { armed } from './array-helpers.js';
import { onEveryBoard } from './bench.js';

onEveryBoard('telemetry', (set) => {
  it('telemetry counts exactly what was done, since boot', async () => {
    const board = await armed(await set());
    const { features, geometry } = board.identity;
    if (!features.includes('telemetry') || !features.includes('multiply-stream')) return;
    const { rows, cols } = geometry;
    const before = await board.readTelemetry();
    const inputs = new Uint8Array(25 * rows).fill(1);
    const { boardTimeS } = await board.multiply({ tile: 0, inputBits: 1, columnMode: 'single', rows, cols, inputs });
    const middle = await board.readTelemetry();
    const count = 5000;
    await board.openBits({ totalBits: count }).readBits(count);
    const after = await board.readTelemetry();
    expect(middle.counters.mvms - before.counters.mvms).toBe(25);
    expect(middle.counters.planes - before.counters.planes).toBe(25);
    expect(middle.counters.adcConversions - before.counters.adcConversions).toBeGreaterThanOrEqual(25 * cols);
    expect(middle.boardTimeS - before.boardTimeS).toBeGreaterThanOrEqual(0.99 * boardTimeS);
    expect(after.counters.bitsOut - middle.counters.bitsOut).toBe(count);
    expect(after.counters.cellPulses - middle.counters.cellPulses).toBeGreaterThanOrEqual(count);
    for (const rail of after.rails) {
      const earlier = before.rails.find((other) => other.name === rail.name)!;
      expect(rail.energyCode >= earlier.energyCode).toBe(true);
      expect(rail.energyJ).toBeCloseTo(Number(rail.energyCode) * rail.energyLsbJ, 9);
    }
    expect(after.modelled !== undefined).toBe(features.includes('modelled-energy'));
  });

  it('telemetry comes at its period, numbered, until it is left', async () => {
    const bench = await set();
    const board = await bench.client();
    if (!board.identity.features.includes('telemetry')) return;
    const seen: number[] = [];
    const reading = (async () => {
      for await (const { seq } of board.telemetry({ periodMs: 50 })) {
        seen.push(seq);
        if (seq >= 5) break;
      }
    })();
    await bench.board.pass(0.5);
    await reading;
    expect(seen.at(-1)).toBeGreaterThanOrEqual(5);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
  });

  it('self test and calibration run and report', async () => {
    const board = await armed(await set());
    const { features } = board.identity;
    if (features.includes('self-test')) {
      const results = await board.selfTest();
      expect(results.length).toBeGreaterThan(0);
      for (const { pass, low, high, measured } of results) expect(pass).toBe(low <= measured && measured <= high);
    }
    if (features.includes('calibrate')) {
      const steps: number[] = [];
      const outcome = await board.calibrate('adc-offset', { onProgress: (done) => steps.push(done) });
      expect(outcome.failed).toBe(0);
      // The token in force is known again afterwards.
      await board.arm();
      expect(steps).toEqual([...steps].sort((a, b) => a - b));
    }
  });

  it('the stored calibration can be read, and put back', async () => {
    const board = await (await set()).client();
    if (!board.identity.features.includes('calibration-blob')) {
      await expect(board.getCalibration()).rejects.toBeInstanceOf(UnsupportedError);
      await expect(board.putCalibration(Uint8Array.of(1))).rejects.toBeInstanceOf(UnsupportedError);
      return;
    }
    if (board.identity.calibrationHash === 0) expect(await board.getCalibration()).toBeUndefined();
    await board.arm();
    await board.calibrate('adc-offset');
    await board.makeSafe();
    const blob = (await board.getCalibration())!;
    expect(blob.length).toBeGreaterThan(0);
    const hash = await board.putCalibration(blob);
    expect((await board.getState()).calibrationHash).toBe(hash);
    expect(await board.getCalibration({ knownHash: hash })).toBeUndefined();
    // Behind the header of 64 bytes, which counts how often it was written.
    expect((await board.getCalibration())?.subarray(64)).toEqual(blob.subarray(64));
    await board.arm();
    await expect(board.putCalibration(blob.subarray(1))).rejects.toThrow();
    expect((await board.getState()).calibrationHash).toBe(hash);
    await expect(board.putCalibration(new Uint8Array(0))).rejects.toThrow(RangeError);
  });
});
