/** Fuzz of both ends of a session: whatever comes over the wire, neither end throws, hangs or forgets an answer. Seeded. */
import { describe, expect, it } from 'vitest';
import { RandomStream, SpindriftError, VirtualClock } from '../../base/index.js';
import { createSimulatedBoard } from '../../board-sim/index.js';
import { Link, LinkStream, hello, type Transport, type TransportHandlers } from '../../firmware-host/host/index.js';
import {
  BlockFormat,
  FrameParser,
  FrameType,
  HOST_RECEIVES,
  decodeReply,
  encodeDataFrame,
  encodeFrame,
  encodeReply,
  encodeRequest,
  spindrift,
  type RequestBody,
  type RequestFields,
} from '../../proto/index.js';

const { BoardKind, Status } = spindrift.v1;
const STATUSES = Object.values(Status).filter((value): value is spindrift.v1.Status => typeof value === 'number');
const VERBS: readonly RequestBody[] = [
  'getIdentity',
  'getLimits',
  'getState',
  'setConfig',
  'arm',
  'makeSafe',
  'clearFault',
  'openTelemetry',
  'selfTest',
  'reboot',
  'runShots',
  'openShots',
  'openBits',
  'openReadMap',
  'programTile',
  'multiplyVector',
  'openMultiply',
  'getCalibration',
  'calibrate',
  'pinMode',
  'i2cRead',
  'setLogLevel',
  'hello',
];

/** A number that is often near an edge. */
function odd(random: RandomStream): number {
  const edges = [0, 1, 2, 7, 8, 16, 17, 64, 255, 256, 65_535, 65_536, 2 ** 31, 2 ** 32 - 1];
  return random.integer(2) ? edges[random.integer(edges.length)]! : random.integer(20);
}
const bytes = (random: RandomStream, most: number): Uint8Array =>
  Uint8Array.from({ length: random.integer(most) }, () => random.integer(256));

/** A request with random content: any field that the verb may have, and some that it has not. */
function anyRequest(random: RandomStream, id: number, configHash: number): RequestFields {
  const verb = VERBS[random.integer(VERBS.length)]!;
  const n = (): number => odd(random);
  const window = {
    tile: random.integer(2),
    rowFirst: random.integer(3),
    rows: n(),
    colFirst: random.integer(3),
    cols: n(),
  };
  const plan = {
    window,
    inputBits: n(),
    columnMode: random.integer(4),
    repeats: n(),
    shots: 1 + random.integer(30),
    pulsesPerShot: random.integer(4),
    initialise: random.integer(5),
    rowMask: bytes(random, 3),
    colMask: bytes(random, 3),
    tile: random.integer(2),
  };
  const message = {
    plan,
    window,
    config: { amplitudeUv: n(), widthPs: n(), readUv: n(), readNs: n(), settleNs: n(), biasUv: n(), fieldUt: 0 },
    inputs: bytes(random, 40),
    count: random.integer(40),
    periodMs: n(),
    mask: n(),
    confirm: n(),
    xorStages: random.integer(5),
    mode: random.integer(4),
    blockBytes: n(),
    overflow: random.integer(4),
    totalBits: random.integer(5000),
    averages: random.integer(4),
    quantity: random.integer(4),
    verifyPasses: random.integer(4),
    format: random.integer(3),
    dataCrc32: n(),
    routine: random.integer(8),
    protocolMajor: 1,
    level: random.integer(6),
    rowMask: bytes(random, 3),
    colMask: bytes(random, 3),
    tile: random.integer(2),
    controller: random.integer(2) === 1,
  };
  return {
    id,
    deadlineMs: random.integer(3) ? 0 : 5000,
    configHash: random.integer(5) ? configHash : n(),
    body: verb,
    [verb]: message,
  } as unknown as RequestFields;
}

describe('the board', () => {
  it('answers each of 4,000 random requests exactly once, and is sane afterwards', () => {
    const random = RandomStream.from(21, 'board');
    const clock = new VirtualClock();
    const board = createSimulatedBoard({
      scenario: 'typical',
      seed: 3,
      rows: 8,
      cols: 8,
      tiles: 1,
      clock,
      defer: (work) => later.push(work),
    });
    const later: (() => void)[] = [];
    const finals = new Map<number, number>();
    let configHash = 0;
    let credit: number[] = [];
    const parser = new FrameParser({
      accept: HOST_RECEIVES,
      onFrame: (type, payload) => {
        if (type !== FrameType.CONTROL_TO_HOST) return;
        const reply = decodeReply(payload);
        if (reply.end && reply.id) finals.set(reply.id, (finals.get(reply.id) ?? 0) + 1);
        if (reply.body === 'streamOpened') credit.push(reply.id);
        if (reply.body === 'getStateReply') configHash = reply.getStateReply.configHash;
        if (reply.end && reply.status === Status.STATUS_HARDWARE_FAULT && reply.detail.includes('the stand-in failed'))
          expect.unreachable(reply.detail);
      },
    });
    board.onSend((sent) => parser.push(sent));
    const send = (fields: RequestFields): void =>
      board.receive(encodeFrame(FrameType.CONTROL_TO_DEVICE, encodeRequest(fields)));
    let id = 1;
    const greet = (): void => {
      send({ id: id++, body: 'hello', hello: { protocolMajor: 1 } });
      send({ id: id++, body: 'getState', getState: {} });
      send({ id: id++, configHash, body: 'arm', arm: {} });
    };
    for (let k = 0; k < 4000; k++) {
      if (k % 40 === 0) {
        greet();
        greet();
      }
      send(anyRequest(random, id++, configHash));
      for (const stream of credit) {
        if (random.integer(2))
          send({ body: 'streamCredit', streamCredit: { streamId: stream, blocks: random.integer(4) } });
        const header = {
          streamId: stream,
          seq: random.integer(3),
          timeUs: 0,
          flags: random.integer(2),
          format: BlockFormat.U8,
          tail: 0,
        };
        if (random.integer(2)) board.receive(encodeDataFrame(header, bytes(random, 64)));
        if (random.integer(4) === 0) send({ body: 'streamClose', streamClose: { streamId: stream } });
        if (random.integer(4) === 0) send({ body: 'cancel', cancel: { targetId: stream } });
      }
      credit = credit.slice(-2);
      for (const work of later.splice(0)) work();
      if (k % 50 === 0) clock.advance(0.1);
    }
    // Whatever is still open ends with a new Hello.
    send({ id: id++, body: 'hello', hello: { protocolMajor: 1 } });
    for (const work of later.splice(0)) work();
    const twice = [...finals].filter(([, count]) => count !== 1);
    expect(twice).toEqual([]);
    // A reboot ends what was open without a word; nothing else may.
    expect(finals.size).toBeGreaterThan(0.97 * (id - 1));
    board.close();
  });
});

describe('the host', () => {
  /** A transport whose board sends what the test makes up. */
  class Forger implements Transport {
    readonly name = 'forger';
    handlers: TransportHandlers | undefined;
    sent: Uint8Array[] = [];
    async open(handlers: TransportHandlers): Promise<void> {
      this.handlers = handlers;
    }
    send(frame: Uint8Array): boolean {
      this.sent.push(frame);
      return true;
    }
    async close(): Promise<void> {
      this.handlers = undefined;
    }
  }

  it('survives 100,000 forged frames: calls end with errors of the tree or stay open, nothing is thrown', async () => {
    const random = RandomStream.from(22, 'host');
    const strangers: unknown[] = [];
    let links = 0;
    for (let round = 0; round < 200; round++) {
      const transport = new Forger();
      const clock = new VirtualClock();
      const link = await Link.open({ transport, clock });
      links++;
      const note = (error: unknown): void => {
        const fine = error instanceof SpindriftError || (error instanceof Error && error.name === 'AbortError');
        if (!fine) strangers.push(error);
      };
      hello(link).catch(note);
      link.call('getState', {}, 'getStateReply').catch(note);
      link.call('selfTest', {}, 'selfTestReply').catch(note);
      LinkStream.open(link, 'openBits', {}, {}).then((stream) => stream.done.catch(note), note);
      for (let k = 0; k < 500; k++) {
        const reply = encodeReply({
          id: random.integer(6),
          end: random.integer(8) === 0,
          status: STATUSES[random.integer(STATUSES.length)]!,
          detail: 'x'.repeat(random.integer(40)),
          bootId: random.integer(3),
          ...[
            {},
            { body: 'heartbeat', heartbeat: { bootId: random.integer(2), uptimeUs: odd(random) } },
            {
              body: 'helloReply',
              helloReply: { nonce: 1, protocolMajor: random.integer(3), identity: { kind: BoardKind.BOARD_KIND_REAL } },
            },
            { body: 'streamOpened', streamOpened: { blockBytes: odd(random), lossless: random.integer(2) === 1 } },
            { body: 'streamCredit', streamCredit: { streamId: 4, blocks: odd(random) } },
            { body: 'streamStats', streamStats: { blocks: odd(random) } },
            { body: 'telemetry', telemetry: {} },
          ][random.integer(7)],
        } as Parameters<typeof encodeReply>[0]);
        const header = {
          streamId: random.integer(6),
          seq: random.integer(4),
          timeUs: odd(random),
          flags: random.integer(64),
          format: 1,
          tail: random.integer(9),
        };
        const frame = random.integer(3)
          ? encodeFrame(FrameType.CONTROL_TO_HOST, reply)
          : encodeDataFrame(header, bytes(random, 90));
        if (random.integer(6) === 0) frame[random.integer(frame.length)]! ^= 1 << random.integer(8);
        transport.handlers?.onData(frame);
        if (k % 100 === 0) {
          clock.advance(0.2);
          await new Promise((resolve) => setImmediate(resolve));
        }
      }
      await link.close();
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(links).toBe(200);
    expect(strangers).toEqual([]);
  });
});
