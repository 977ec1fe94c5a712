/** Images of the calibration memory as the emulated board gets them, as a C header: the firmware must read the same out of them. */
import { RandomStream } from '../../../base/index.js';
import { STORE_BYTES, storeImage, type StoreContent } from '../../../board-sim/emulator/store/store-image.js';

const UNKNOWN = 'STORE_UNKNOWN';
const MIDDLE = 2048;

function contents(): StoreContent[] {
  const random = RandomStream.from(9, 'firmware-store');
  const list = (length: number, make: () => number): number[] => Array.from({ length }, make);
  const offsets = (): number[] => list(64, () => MIDDLE - 256 + random.integer(513));
  const inl = (): number[] => list(1024, () => (random.integer(121) - 60) / 4);
  return [
    { generation: 1, serial: '' },
    {
      generation: 4_000_000_000,
      serial: 'EMU-abcd',
      created: 1_700_000_000,
      limits: { stairsV: [1.9, 1.5, 0.35], widthS: 1e-6, biasV: 0.1, readV: 0.2, fieldT: 0.02 },
      coilTrimUt: -1,
      thresholdUv: 142_857,
      skewPs: 35,
      offsets: { mac: offsets(), cell: offsets() },
      inlPs: { a: inl(), b: inl() },
    },
    // What no board has: taken as not stated, and limits as the firmware's own.
    {
      generation: 77,
      serial: 'X',
      limits: { stairsV: [3, Infinity, 1e30], widthS: 1, fieldT: 1 },
      coilTrimUt: 3001,
      thresholdUv: -5,
      skewPs: 1001,
      offsets: { mac: offsets().fill(2305, 5, 6), cell: offsets() },
    },
    ...list(8, () => 0).map((_, k): StoreContent => ({
      generation: 2 + k,
      serial: `N${k}`,
      coilTrimUt: random.integer(6001) - 3000,
      thresholdUv: 1 + random.integer(1_250_000),
      skewPs: random.integer(2001) - 1000,
      offsets: { mac: offsets(), cell: offsets() },
    })),
  ];
}

/** What the firmware makes of a limit: never more than its own. */
const tighter = (stated: number | undefined, units: number, own: number): number =>
  stated === undefined ? own : Math.min(own, Math.round(Math.fround(stated) * units));

/** store-images.h */
export function storeHeader(): string {
  const lines = contents().map((content) => {
    const { coilTrimUt, thresholdUv, skewPs, offsets, inlPs, limits } = content;
    const taken = (value: number | undefined, min: number, max: number): number | string =>
      value !== undefined && value >= min && value <= max ? value : UNKNOWN;
    const known = offsets !== undefined && Math.max(...Array.from(offsets.mac)) <= MIDDLE + 256;
    const stairs = [2e6, 1.6e6, 1.2e6].map((own, k) => tighter(limits?.stairsV?.[k], 1e6, own));
    return `{${[
      `{${storeImage(content).join(',')}}`,
      `${content.generation}u`,
      JSON.stringify(content.serial),
      taken(coilTrimUt, -3000, 3000),
      taken(thresholdUv, 1, 1_250_000),
      taken(skewPs, -1000, 1000),
      known,
      offsets?.cell[63] ?? 0,
      `{${stairs.join(',')}}`,
      tighter(limits?.widthS, 1e12, 10_000_000),
      tighter(limits?.fieldT, 1e6, 60_000),
      inlPs === undefined ? -1 : inlPs.a[0]! * 4,
      inlPs === undefined ? -1 : inlPs.b[1023]! * 4,
    ].join(', ')}}`;
  });
  return [
    '#include "store-layout.h"',
    'typedef struct {',
    `    uint8_t image[${STORE_BYTES}];`,
    '    uint32_t generation;',
    '    const char *serial;',
    '    int32_t coil_trim_ut, threshold_uv, skew_ps;',
    '    bool offsets_known;',
    '    uint16_t last_offset;',
    '    int32_t stair_uv[STAIRS];',
    '    uint32_t width_ps;',
    '    int32_t field_ut, first_inl, last_inl;',
    '} store_vector_t;',
    `#define STORE_IMAGES ${lines.length}u`,
    `static const store_vector_t store_images[] = {\n${lines.join(',\n')}\n};`,
    '',
  ].join('\n');
}
