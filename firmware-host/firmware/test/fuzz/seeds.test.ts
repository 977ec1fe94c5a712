import { expect, it } from 'vitest';
import { DEVICE_RECEIVES, FrameParser, decodeRequest, FrameType } from '../../../../proto/index.js';
import { seeds, seedsText } from './seeds.js';

/** scripts/fuzz-firmware.mjs begins with them. `npx vitest run --project unit firmware-host/firmware/test/fuzz -u` writes them again. */
it('seeds.txt is what the encoder makes', async () => {
  await expect(seedsText()).toMatchFileSnapshot('./seeds.txt');
});

it('every seed is a whole session, and every verb is in one', () => {
  const verbs = new Set<string>();
  for (const [name, bytes] of seeds()) {
    const parser = new FrameParser({
      accept: DEVICE_RECEIVES,
      onFrame: (type, payload) => {
        if (type === FrameType.CONTROL_TO_DEVICE) verbs.add(decodeRequest(payload).body ?? 'none');
      },
    });
    parser.push(bytes.subarray(2));
    expect([name, parser.pending, parser.counters.skippedBytes]).toEqual([name, 0, 0]);
  }
  expect(verbs.has('none')).toBe(false);
  expect(verbs.size).toBe(38);
});
