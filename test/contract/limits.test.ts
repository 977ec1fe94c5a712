/** Limits: the end of each range is taken, one step beyond is refused, and a refusal changes nothing. */
import { expect, it } from 'vitest';
import { LimitError } from '../../base/index.js';
import type { Link } from '../../firmware-host/host/index.js';
import { spindrift, type ReplyMessage, type RequestBody, type RequestFields } from '../../proto/index.js';
import { errorOf, onEveryBoard, stateOf } from './bench.js';

const { AdcRange, ColumnMode, Feature, Initialise, Status } = spindrift.v1;
type Config = spindrift.v1.DriveConfig.$Shape;
type Limits = ReplyMessage<'getLimitsReply'>;

/** A quiet configuration from which each field can go to either end: no pulse amplitude stands in the way. */
async function quiet(link: Link): Promise<Config> {
  const { config } = await stateOf(link);
  const { biasUv, widthPs, settleNs, readUv, readNs } = config!;
  return { biasUv, amplitudeUv: 0, widthPs, settleNs, readUv, readNs, fieldUt: 0 };
}
const setConfig = (link: Link, config: Config): Promise<ReplyMessage<'setConfigReply'>> =>
  link.call('setConfig', { config }, 'setConfigReply');
const ranges = (limits: Limits) =>
  [
    ['biasUv', 'bias_uv', limits.biasUv],
    ['readUv', 'read_uv', limits.readUv],
    ['readNs', 'read_ns', limits.readNs],
    ['settleNs', 'settle_ns', limits.settleNs],
    ['widthPs', 'width_ps', limits.widthPs],
    ['fieldUt', 'field_ut', limits.fieldUt],
  ] as const;

onEveryBoard('limits', (set) => {
  it('drive settings: both ends are taken and kept to within a step, one step beyond is refused and named', async () => {
    const link = await (await set()).link();
    const limits = await link.call('getLimits', {}, 'getLimitsReply');
    for (const [field, name, range] of ranges(limits)) {
      const { min, max, step } = range!;
      if (min === 0 && max === 0) continue; // no coil
      expect(step).toBeGreaterThan(0);
      for (const value of [min, max]) {
        const reply = await setConfig(link, { ...(await quiet(link)), [field]: value });
        expect(Math.abs(reply.actual![field] - value)).toBeLessThanOrEqual(step);
        expect(reply.actual![field]).toBeGreaterThanOrEqual(min);
        expect(reply.actual![field]).toBeLessThanOrEqual(max);
      }
      const before = await stateOf(link);
      for (const value of [min - step, max + step]) {
        if (value < 0 && min >= 0) continue; // the wire cannot say it
        const error = await errorOf(setConfig(link, { ...(await quiet(link)), [field]: value }));
        expect(error).toBeInstanceOf(LimitError);
        expect(String(error)).toContain(name);
      }
      expect((await stateOf(link)).configHash).toBe(before.configHash);
    }
  });

  it('pulse amplitude: bounded by its own range and by the staircase of widths, of either sign', async () => {
    const link = await (await set()).link();
    const limits = await link.call('getLimits', {}, 'getLimitsReply');
    const base = await quiet(link);
    const { min, max, step } = limits.amplitudeUv!;
    const shortest = limits.widthPs!.min;
    expect(limits.pulseLimits.length).toBeGreaterThan(0);
    for (const sign of limits.bipolar ? [1, -1] : [1]) {
      for (const stair of limits.pulseLimits) {
        const taken = await setConfig(link, { ...base, widthPs: stair.widthPs, amplitudeUv: sign * stair.amplitudeUv });
        expect(Math.abs(Math.abs(taken.actual!.amplitudeUv) - stair.amplitudeUv)).toBeLessThanOrEqual(step);
        const beyond = { ...base, widthPs: stair.widthPs, amplitudeUv: sign * (stair.amplitudeUv + step) };
        expect(String(await errorOf(setConfig(link, beyond)))).toContain('amplitude_uv');
      }
      await setConfig(link, { ...base, widthPs: shortest, amplitudeUv: sign * min });
      for (const amplitude of [min - step, max + step])
        expect(
          await errorOf(setConfig(link, { ...base, widthPs: shortest, amplitudeUv: sign * amplitude })),
        ).toBeInstanceOf(LimitError);
    }
    await setConfig(link, { ...base, amplitudeUv: 0 });
  });

  it('the same settings give the same token, other settings another', async () => {
    const link = await (await set()).link();
    const { readUv } = await link.call('getLimits', {}, 'getLimitsReply');
    const base = await quiet(link);
    const tokens = [];
    for (const value of [readUv!.min, readUv!.max, readUv!.min])
      tokens.push((await setConfig(link, { ...base, readUv: value })).configHash);
    expect(tokens[0]).toBeGreaterThan(0);
    expect(tokens[0]).toBe(tokens[2]);
    expect(tokens[0]).not.toBe(tokens[1]);
    expect((await stateOf(link)).configHash).toBe(tokens[2]);
  });

  it('requests beyond geometry or limits are OUT_OF_RANGE and leave the board armed', async () => {
    const bench = await set();
    const raw = await bench.raw(false);
    const greeting = await raw.hello();
    if (greeting.body !== 'helloReply') throw new Error('no hello');
    const { features, identity, limits: session } = greeting.helloReply;
    const { rows, cols, tiles } = identity!.geometry!;
    const answer = await raw.ask({ body: 'getLimits', getLimits: {} });
    if (answer.body !== 'getLimitsReply') throw new Error('no limits');
    const limits = answer.getLimitsReply;
    const configHash = await raw.arm();
    const shots = { shots: 1, initialise: Initialise.INITIALISE_NONE };
    const window = { tile: 0, rowFirst: 0, rows, colFirst: 0, cols };
    const plan = { window, inputBits: 1, columnMode: ColumnMode.COLUMN_MODE_SINGLE, adcRange: AdcRange.ADC_RANGE_MAC };
    const beyondMask = (size: number): Uint8Array => {
      const mask = new Uint8Array((size >> 3) + 1);
      mask[size >> 3] = 1 << (size & 7);
      return mask;
    };
    const cases: [spindrift.v1.Feature, RequestBody, RequestFields][] = [
      [
        Feature.FEATURE_SHOTS,
        'runShots',
        { body: 'runShots', runShots: { plan: { ...shots, rowMask: beyondMask(rows) } } },
      ],
      [
        Feature.FEATURE_SHOTS,
        'runShots',
        { body: 'runShots', runShots: { plan: { ...shots, colMask: beyondMask(cols) } } },
      ],
      [Feature.FEATURE_SHOTS, 'runShots', { body: 'runShots', runShots: { plan: { ...shots, tile: tiles } } }],
      [
        Feature.FEATURE_SHOTS,
        'runShots',
        { body: 'runShots', runShots: { plan: { ...shots, pulsesPerShot: limits.maxPulsesPerShot + 1 } } },
      ],
      [
        Feature.FEATURE_SHOTS,
        'runShots',
        {
          body: 'runShots',
          runShots: {
            plan: { ...shots, rowMask: Uint8Array.of(1), colMask: Uint8Array.of(1), shots: session!.inlineBits + 1 },
          },
        },
      ],
      [
        Feature.FEATURE_SHOT_STREAM,
        'openShots',
        { body: 'openShots', openShots: { plan: { ...shots, shots: limits.maxShots + 1 } } },
      ],
      [Feature.FEATURE_BITS, 'openBits', { body: 'openBits', openBits: { tile: tiles } }],
      [Feature.FEATURE_BITS, 'openBits', { body: 'openBits', openBits: { rowMask: beyondMask(rows) } }],
      [Feature.FEATURE_BITS, 'openBits', { body: 'openBits', openBits: { xorStages: 4 } }],
      [Feature.FEATURE_READ_MAP, 'openReadMap', { body: 'openReadMap', openReadMap: { colMask: beyondMask(cols) } }],
      [
        Feature.FEATURE_PROGRAM_TILE,
        'programTile',
        { body: 'programTile', programTile: { window: { ...window, rowFirst: 1 } } },
      ],
      [
        Feature.FEATURE_PROGRAM_TILE,
        'programTile',
        { body: 'programTile', programTile: { window: { ...window, tile: tiles } } },
      ],
      [
        Feature.FEATURE_PROGRAM_TILE,
        'programTile',
        { body: 'programTile', programTile: { window, verifyPasses: limits.maxVerifyPasses + 1 } },
      ],
      [
        Feature.FEATURE_MULTIPLY_STREAM,
        'openMultiply',
        { body: 'openMultiply', openMultiply: { plan: { ...plan, window: { ...window, colFirst: 1 } } } },
      ],
      [
        Feature.FEATURE_MULTIPLY_STREAM,
        'openMultiply',
        { body: 'openMultiply', openMultiply: { plan: { ...plan, inputBits: limits.maxInputBits + 1 } } },
      ],
      [
        Feature.FEATURE_MULTIPLY_STREAM,
        'openMultiply',
        { body: 'openMultiply', openMultiply: { plan: { ...plan, repeats: limits.maxRepeats + 1 } } },
      ],
    ];
    for (const [feature, verb, fields] of cases) {
      if (!features.includes(feature)) continue;
      const reply = await raw.ask({ ...fields, configHash });
      expect([verb, reply.status, reply.detail]).toEqual([
        verb,
        Status.STATUS_OUT_OF_RANGE,
        expect.stringMatching(/./),
      ]);
    }
    expect(await raw.sync()).toMatchObject({ state: spindrift.v1.BoardState.BOARD_STATE_ARMED, configHash });
  });

  it('more open calls than the board takes are BUSY or RESOURCE_EXHAUSTED; MakeSafe is taken all the same', async () => {
    const raw = await (await set()).raw(false);
    const greeting = await raw.hello();
    if (greeting.body !== 'helloReply' || !greeting.helloReply.features.includes(Feature.FEATURE_TELEMETRY)) return;
    const { maxInflight, maxStreams } = greeting.helloReply.limits!;
    const most = Math.min(maxInflight, maxStreams);
    const watch = { body: 'openTelemetry', openTelemetry: { periodMs: 60_000 } } as const;
    const open = Array.from({ length: most }, () => raw.request(watch));
    const beyond = await raw.ask(watch);
    expect([Status.STATUS_BUSY, Status.STATUS_RESOURCE_EXHAUSTED]).toContain(beyond.status);
    expect(beyond.retryAfterMs).toBeGreaterThan(0);
    expect((await raw.ask({ body: 'makeSafe', makeSafe: {} })).status).toBe(Status.STATUS_OK);
    raw.notify({ body: 'cancel', cancel: { targetId: open[0]! } });
    expect((await raw.final(open[0]!)).status).toBe(Status.STATUS_CANCELLED);
    const again = raw.request(watch);
    await raw.find((reply) => reply.id === again && reply.body === 'telemetry');
  });

  it('the typed client refuses a setting beyond the limits before it is sent', async () => {
    const client = await (await set()).client();
    const { drive } = await client.getState();
    const beyond = { ...drive, readV: client.limits.readV.max + client.limits.readV.step };
    expect(await errorOf(client.setConfig(beyond))).toBeInstanceOf(RangeError);
    expect((await client.getState()).drive).toEqual(drive);
  });
});
