/** What the behavioural board makes of given inputs, as C headers: the firmware must make the same of them. */
import { RandomStream } from '../../../base/index.js';
import { BiasController, type ControlSlopes } from '../../../board-sim/board/bias-controller.js';
import { debiasPairs, foldShots, packBits } from '../../../board-sim/board/bit-folding.js';
import { acceptDrive, configToken, trimmedWidthPs, type DriveConfig } from '../../../board-sim/board/drive.js';
import { LIMITS } from '../../../board-sim/board/limits.js';
import { Refusal } from '../../../board-sim/board/refusal.js';
import { shotSeconds } from '../../../board-sim/board/timings.js';

const struct = (values: readonly (number | string | boolean)[]): string => `{${values.join(', ')}}`;
const driveOf = (d: DriveConfig): string =>
  struct([d.biasUv, d.amplitudeUv, d.widthPs, d.settleNs, d.readUv, d.readNs, d.fieldUt]);

/** A drive near the limits or anywhere between. */
function someDrive(random: RandomStream): DriveConfig {
  const within = (min: number, max: number): number => {
    const ends = [min, max, min - 1, max + 1, min + 1, max - 1];
    const choice = random.integer(40);
    return choice < ends.length ? ends[choice]! : min + random.integer(max - min + 1);
  };
  const widths = [
    LIMITS.widthPs.min - random.integer(2),
    5000 + random.integer(2),
    100_000 + random.integer(2),
    10_000_000,
  ];
  const width = random.integer(4) === 0 ? widths[random.integer(4)]! : 500 + random.integer(30_000);
  const most = width <= 5000 ? 2_000_000 : width <= 100_000 ? 1_600_000 : 1_200_000;
  const magnitude = random.integer(12) === 0 ? 0 : within(LIMITS.amplitudeUv.min, most);
  return {
    biasUv: within(LIMITS.biasUv.min, LIMITS.biasUv.max),
    amplitudeUv: random.integer(2) === 0 ? -magnitude : magnitude,
    widthPs: width,
    settleNs: within(LIMITS.settleNs.min, LIMITS.settleNs.max),
    readUv: within(LIMITS.readUv.min, LIMITS.readUv.max),
    readNs: within(LIMITS.readNs.min, LIMITS.readNs.max),
    fieldUt: within(LIMITS.fieldUt.min, LIMITS.fieldUt.max),
  };
}

/** drive-vectors.h */
export function driveHeader(): string {
  const random = RandomStream.from(5, 'firmware-drive');
  const times: string[] = [];
  const vectors = Array.from({ length: 2000 }, () => {
    const wanted = someDrive(random);
    try {
      const actual = acceptDrive(wanted);
      // At half a cycle the model's floating arithmetic rounds either way.
      if (actual.amplitudeUv !== 0 && actual.widthPs % 8000 !== 4000) {
        const seconds = shotSeconds(actual.widthPs * 1e-12, actual.settleNs * 1e-9, actual.readNs * 1e-9, 2);
        // Rounded up to whole nanoseconds for each pulse, as the board's timer does.
        times.push(struct([driveOf(actual), 2, 2 * Math.ceil((seconds / 2) * 1e9 - 1e-4)]));
      }
      return struct([driveOf(wanted), driveOf(actual), `${configToken(actual, 7)}u`, 'NULL']);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return struct([driveOf(wanted), '{0}', 0, JSON.stringify(error.message)]);
    }
  });
  const trims = trimmedWidths();
  return [
    '#include <stddef.h>',
    '#include "drive.h"',
    'typedef struct { drive_t wanted, actual; uint32_t token; const char *detail; } drive_vector_t;',
    'typedef struct { drive_t drive; uint32_t pulses, nanos; } shot_time_t;',
    `#define DRIVE_COUNT ${vectors.length}u`,
    `#define SHOT_TIME_COUNT ${times.length}u`,
    `static const drive_vector_t drive_vectors[] = {\n${vectors.join(',\n')}\n};`,
    'typedef struct { int32_t amplitude_uv; uint32_t width_ps; int32_t trim_ps; uint32_t trimmed_ps; } trimmed_width_t;',
    `static const trimmed_width_t trimmed_widths[] = {\n${trims.join(',\n')}\n};`,
    `#define TRIMMED_COUNT ${trims.length}u`,
    `static const shot_time_t shot_times[] = {\n${times.join(',\n')}\n};`,
    '',
  ].join('\n');
}

/** Pulses with trims, most of them near the stairs: amplitude, width, trim, and what comes of it. */
function trimmedWidths(): string[] {
  const random = RandomStream.from(8, 'firmware-trims');
  const near = [500, 5000, 100_000, 10_000_000];
  return Array.from({ length: 1000 }, () => {
    const { amplitudeUv, widthPs } = someDrive(random);
    const width = random.integer(2) === 0 ? widthPs : near[random.integer(4)]! + 5 * (random.integer(161) - 80);
    const trim = 5 * (random.integer(161) - 80);
    return struct([amplitudeUv, Math.max(1, width), trim, trimmedWidthPs(amplitudeUv, Math.max(1, width), trim)]);
  });
}

const SHOTS = 64;
const WIDTH = 64;

/** bit-vectors.h */
export function bitsHeader(): string {
  const random = RandomStream.from(6, 'firmware-bits');
  const raw = Uint8Array.from({ length: SHOTS * WIDTH }, () => random.integer(2));
  const words = Array.from({ length: SHOTS }, (_, shot) => {
    const bits = [...raw.subarray(shot * WIDTH, (shot + 1) * WIDTH)].reverse().join('');
    return `UINT64_C(0x${BigInt(`0b${bits}`).toString(16)})`;
  });
  const vectors = [0, 1, 2, 3].flatMap((stages) =>
    [false, true].map((debias) => {
      const outcomes = raw.slice();
      const width = foldShots(outcomes, SHOTS, WIDTH, stages);
      const bits = debias ? debiasPairs(outcomes, SHOTS, width) : SHOTS * width;
      const bytes = new Uint8Array(512);
      packBits(outcomes, 0, bits, bytes, 0, 0);
      return struct([bits, struct([...bytes])]);
    }),
  );
  return [
    '#include <stdint.h>',
    'typedef struct { uint32_t bits; uint8_t bytes[512]; } bit_vector_t;',
    `static const uint64_t bit_shots[${SHOTS}] = {${words.join(', ')}};`,
    `static const bit_vector_t bit_vectors[8] = {\n${vectors.join(',\n')}\n};`,
    '',
  ].join('\n');
}

/** controller-vectors.h: a row with a fair knob, one that runs into its end, a coil that does both; slopes of either sign. */
export function controllerHeader(): string {
  const random = RandomStream.from(7, 'firmware-controller');
  const controller = new BiasController(64);
  const gains = ({ switchingPerS, onesPerUt }: ControlSlopes): string =>
    struct([
      Math.abs(switchingPerS) < 2e7 ? 0 : Math.round((0.25e12 / switchingPerS) * 4096),
      Math.abs(onesPerUt) < 2e-6 ? 0 : Math.round((0.25 / onesPerUt) * 4096),
    ]);
  const drives: ControlSlopes[] = [
    { switchingPerS: 3e8, onesPerUt: -4e-5 },
    { switchingPerS: -5e7, onesPerUt: 3e-6 },
    { switchingPerS: 1e7, onesPerUt: 1e-6 },
  ];
  const lines: string[] = [];
  let ends = 0;
  controller.presetCoil(0);
  for (const slopes of drives)
    for (let k = 0; k < 4000; k++) {
      if (k === 0) controller.retune(slopes);
      const row = random.integer(8) * 9;
      const outcomes = 3900 + random.integer(197);
      const p = row === 9 ? 0.9 : 0.45 + random.uniform() * 0.1;
      const toggles = Math.round(outcomes * p);
      const ones = Math.round(outcomes * (k > 3000 ? 0.8 : 0.42 + random.uniform() * 0.2));
      ends += controller.observe(row, outcomes, toggles, ones).length;
      const trims = [controller.rowTrimsPs[row]!, controller.coilTrimUt, controller.saturated];
      lines.push(struct([k === 0, gains(slopes), row, outcomes, toggles, ones, ...trims]));
    }
  return [
    '#include <stddef.h>',
    '#include "bias-controller.h"',
    'typedef struct {',
    '    bool retune;',
    '    controller_gains_t gains;',
    '    uint32_t row, outcomes, toggles, ones;',
    '    int32_t row_trim_ps, coil_trim_ut;',
    '    bool saturated;',
    '} controller_vector_t;',
    `#define CONTROLLER_COUNT ${lines.length}u`,
    `#define CONTROLLER_ENDS ${ends}`,
    `static const controller_vector_t controller_vectors[] = {\n${lines.join(',\n')}\n};`,
    '',
  ].join('\n');
}
