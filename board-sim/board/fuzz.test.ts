import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../base/index.js';
import {
  FrameType,
  encodeFrame,
  encodeRequest,
  spindrift,
  toU64,
  type RequestBody,
  type RequestFields,
} from '../../proto/index.js';
import { TestHost, statusName } from './testing/test-host.js';

const dice = RandomStream.from(77, 'fuzz');
const small = (n: number): number => dice.integer(n);
/** Mostly sensible, sometimes wild. */
const number = (sensible: number): number => (small(6) === 0 ? dice.nextU32() : small(sensible));
const mask = (): Uint8Array => Uint8Array.from({ length: small(4) }, () => small(256));

const window = () => ({
  tile: number(2),
  rowFirst: number(4),
  rows: number(17),
  colFirst: number(4),
  cols: number(17),
});
const shotPlan = () => ({
  rowMask: mask(),
  colMask: mask(),
  shots: number(20),
  pulsesPerShot: number(3),
  initialise: small(5),
  tile: number(2),
});
const multiplyPlan = () => ({
  window: small(8) === 0 ? undefined : window(),
  inputBits: number(9),
  columnMode: small(4),
  repeats: number(3),
  adcRange: small(4),
});

const requests: readonly (() => [RequestBody, object])[] = [
  () => ['hello', { protocolMajor: small(8) === 0 ? 2 : 1, nonce: small(9), hostSilenceMs: number(1000) }],
  () => ['getState', {}],
  () => [
    'setConfig',
    {
      config: { amplitudeUv: number(2_100_000), widthPs: number(200_000), readUv: 100_000, readNs: 208, settleNs: 80 },
    },
  ],
  () => ['setLogLevel', { level: small(6) }],
  () => ['arm', {}],
  () => ['arm', {}],
  () => ['makeSafe', {}],
  () => ['clearFault', {}],
  () => ['openTelemetry', { periodMs: number(100), count: number(3) }],
  () => ['selfTest', { mask: number(200) }],
  () => ['reboot', { confirm: number(5), target: small(4) }],
  () => ['runShots', { plan: shotPlan() }],
  () => ['openShots', { plan: shotPlan(), blockBytes: number(500) }],
  () => [
    'openBits',
    {
      rowMask: mask(),
      xorStages: number(4),
      mode: small(4),
      totalBits: toU64(number(5000)),
      overflow: small(4),
      blockBytes: number(300),
    },
  ],
  () => ['openReadMap', { rowMask: mask(), colMask: mask(), averages: number(3), quantity: small(4) }],
  () => ['programTile', { window: window(), format: small(3), verifyPasses: number(4), dataCrc32: dice.nextU32() }],
  () => ['multiplyVector', { plan: multiplyPlan(), inputs: Uint8Array.from({ length: small(20) }, () => small(20)) }],
  () => ['openMultiply', { plan: multiplyPlan(), count: number(20) }],
  () => ['calibrate', { routine: small(3) }],
  () => ['pinRead', {}],
  () => ['getCalibration', {}],
];

describe('the board, whatever it is told', () => {
  it('answers every request, or waits for a stream; it never throws and never calls itself broken', () => {
    const host = new TestHost({ rows: 12, cols: 16 }).arm();
    const open: number[] = [];
    for (let k = 0; k < 4000; k++) {
      const [body, message] = requests[small(requests.length)]!();
      const id = host.send(body, message, { configHash: small(4) === 0 ? 5 : host.board.core.configHash });
      open.push(id);
      for (let n = small(3); n > 0; n--)
        host.credit(open[open.length - 1 - small(Math.min(4, open.length))]!, small(5));
      if (small(3) === 0)
        host.up(
          id,
          Uint8Array.from({ length: small(60) }, () => small(18)),
          small(8) === 0 ? 1 : 0,
        );
      if (small(5) === 0) host.notify(small(2) === 0 ? 'cancel' : 'streamClose', { targetId: id, streamId: id });
      if (small(10) === 0) host.clock.advance(dice.uniform());
      if (small(10) === 0) host.turn();
      if (small(30) === 0) host.hello();
    }
    const broken = host.replies.filter((reply) => /stand-in failed/.test(reply.detail));
    expect(broken.map((reply) => reply.detail)).toEqual([]);
    for (const id of open) expect(host.answers(id).filter((reply) => reply.end).length).toBeLessThanOrEqual(1);
    host.hello();
    for (const id of open.slice(-20)) expect([id, host.answers(id).some((reply) => reply.end)]).toEqual([id, true]);
  });

  it('survives damaged and random frames', () => {
    const host = new TestHost({ rows: 4, cols: 4 }).arm();
    for (let k = 0; k < 3000 && host.hungUp === undefined; k++) {
      const [body, message] = requests[small(requests.length)]!();
      const payload = encodeRequest({ id: 100_000 + k, body, [body]: message } as unknown as RequestFields);
      const wrong = payload.slice();
      for (let n = small(4); n > 0 && wrong.length > 0; n--) wrong[small(wrong.length)]! ^= 1 << small(8);
      // A damaged message in a sound frame, as a mad host would send it.
      host.board.receive(encodeFrame(FrameType.CONTROL_TO_DEVICE, wrong));
      if (small(4) === 0) host.board.receive(Uint8Array.from({ length: small(40) }, () => small(256)));
    }
    expect(host.replies.filter((reply) => /stand-in failed/.test(reply.detail)).map((reply) => reply.detail)).toEqual(
      [],
    );
    host.replies.length = 0; // damaged ids may be any
    expect(statusName(host.hello())).toBe('OK');
    expect(host.expect('getState', {}, 'getStateReply').state).toBe(spindrift.v1.BoardState.BOARD_STATE_SAFE);
  });
});
