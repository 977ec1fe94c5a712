import { describe, expect, it } from 'vitest';
import { frequencyPValue, parseTriggers, TriggerWatch, type TriggerEvent, type TriggerInput } from './trigger.js';

/** Samples ten a second. */
const timeOf = (k: number) => ({ sample: k, hostS: k / 10, boardS: k / 10 });

function seen(
  trigger: TriggerInput,
  values: readonly number[],
): (readonly [sample: number | null, value: number | null])[] {
  const events: TriggerEvent[] = [];
  const watch = new TriggerWatch(parseTriggers([trigger]), (event) => events.push(event));
  values.forEach((value, k) => watch.numbers('x', [value], () => timeOf(k)));
  return events.map(({ sample, value }) => [sample, value]);
}

const level = { kind: 'level', name: 'level', channel: 'x', level: 10, mode: 'continuous', postS: 0 } as const;

describe('TriggerWatch', () => {
  it('fires where a signal crosses a level, and not where it begins beyond it', () => {
    expect(seen(level, [12, 13, 9, 10, 11, 9, 15])).toEqual([
      [3, 10],
      [6, 15],
    ]);
    expect(seen({ ...level, edge: 'falling' }, [12, 13, 9, 10, 11, 9, 15])).toEqual([
      [2, 9],
      [5, 9],
    ]);
    expect(seen({ ...level, edge: 'both' }, [12, 9, NaN, 11])).toEqual([
      [1, 9],
      [3, 11],
    ]);
  });

  it('wants a signal to come from beyond the hysteresis', () => {
    expect(seen({ ...level, hysteresis: 2 }, [9, 11, 9, 11, 7.9, 9, 10.5, 9.5, 11])).toEqual([[6, 10.5]]);
  });

  it('rests after its first event, or until its window is over', () => {
    const waves = [0, 20, 0, 20, 0, 20, 0, 20];
    expect(seen({ ...level, mode: 'single' }, waves)).toEqual([[1, 20]]);
    expect(seen({ ...level, postS: 0.3 }, waves)).toEqual([
      [1, 20],
      [5, 20],
    ]);
  });

  it('names its window, and the test that failed once a failure', () => {
    const events: TriggerEvent[] = [];
    const watch = new TriggerWatch(
      parseTriggers([{ kind: 'health', name: 'h', mode: 'continuous', preS: 2, postS: 0 }]),
      (event) => events.push(event),
    );
    [true, false, false, true, false].forEach((healthy, k) => watch.health(healthy, timeOf(10 * k), 'failing'));
    expect(events.map(({ hostS, fromS, toS, text, number }) => [hostS, fromS, toS, text, number])).toEqual([
      [1, 0, 1, 'failing', 1],
      [4, 2, 4, 'failing', 2],
    ]);
  });

  it('tests windows of bits for their frequency, and begins anew after a gap', () => {
    const events: TriggerEvent[] = [];
    const spec: TriggerInput = {
      kind: 'p-value',
      name: 'p',
      mode: 'continuous',
      windowBits: 128,
      alpha: 1e-6,
      postS: 0,
    };
    const watch = new TriggerWatch(parseTriggers([spec]), (event) => events.push(event));
    const ones = new Uint8Array(16).fill(0xff);
    watch.bits('bits', ones, 64, 0, timeOf(0));
    watch.bits('bits', ones, 64, 1, timeOf(64));
    expect(events).toHaveLength(0);
    watch.bits('bits', ones, 128, 0, timeOf(128));
    expect(events.map(({ sample, value }) => [sample, value])).toEqual([[192, frequencyPValue(128, 128)]]);
    watch.bits('bits', new Uint8Array(24).fill(0x55), 192, 1, timeOf(256));
    expect(events).toHaveLength(1);
  });

  it('knows the p-value of the example of SP 800-22, 2.1.8', () => {
    // 100 bits with 42 ones.
    expect(frequencyPValue(42, 100)).toBeCloseTo(0.109599, 6);
  });
});
