/** The golden frames of the wire as a C header. */
import { readFileSync } from 'node:fs';

interface GoldenFrame {
  readonly type: number;
  readonly flags: number;
  readonly payload: string;
  readonly bytes: string;
}

const bytesOf = (text: string): string[] => (text === '' ? [] : text.split(' ').map((byte) => `0x${byte}`));
// C has no empty array: one byte more, which the size does not count.
const arrayOf = (text: string): string => `(const uint8_t[]){${[...bytesOf(text), '0'].join(',')}}`;

/** Text of golden-frames.h. */
export function goldenFramesHeader(): string {
  const path = new URL('../../../proto/golden-frames.json', import.meta.url);
  const { frames } = JSON.parse(readFileSync(path, 'utf8')) as { frames: GoldenFrame[] };
  const entries = frames.map(
    ({ type, flags, payload, bytes }) =>
      `    {${type}, ${flags}, ${arrayOf(payload)}, ${bytesOf(payload).length}, ${arrayOf(bytes)}, ${bytesOf(bytes).length}},`,
  );
  return [
    '#include <stddef.h>',
    '#include <stdint.h>',
    'typedef struct {',
    '    uint8_t type, flags;',
    '    const uint8_t *payload;',
    '    size_t payload_size;',
    '    const uint8_t *bytes;',
    '    size_t size;',
    '} golden_frame_t;',
    `#define GOLDEN_COUNT ${frames.length}u`,
    'static const golden_frame_t golden_frames[GOLDEN_COUNT] = {',
    ...entries,
    '};',
    '',
  ].join('\n');
}
