import { describe, expect, it } from 'vitest';
import { BoardTimeoutError, LimitError, ProtocolError } from '../../../base/index.js';
import { spindrift } from '../../../proto/index.js';
import { settle } from '../testing/fake-device.js';
import { rig } from '../testing/rig.js';
import { hello } from './hello.js';

const { Status } = spindrift.v1;

describe('hello', () => {
  it('ignores a reply with a stale nonce and takes the one with its own', async () => {
    const { device, link } = await rig({}, false);
    const nonces: number[] = [];
    device.on('hello', (request) => {
      const { id } = request;
      if (request.body !== 'hello') return;
      nonces.push(request.hello.nonce);
      device.ok(id, {
        body: 'helloReply',
        helloReply: { nonce: request.hello.nonce + 1, bootId: 1, protocolMajor: 1 },
      });
      device.ok(id, { body: 'helloReply', helloReply: { nonce: request.hello.nonce, bootId: 2, protocolMajor: 1 } });
    });
    const reply = await hello(link);
    expect(reply.bootId).toBe(2);
    expect(link.counters.lateReplies).toBe(1);
    expect(nonces[0]).toBeGreaterThan(0);
  });
  it('says what to do about another major version', async () => {
    const { link } = await rig({ major: 2 }, false);
    await expect(hello(link)).rejects.toMatchObject({ code: 'PROTOCOL', nextStep: 'update this program' });
    const refusing = await rig({}, false);
    refusing.device.on('hello', ({ id }) =>
      refusing.device.reply({ id, end: true, status: Status.STATUS_FAILED_PRECONDITION, detail: 'major 0 only' }),
    );
    await expect(hello(refusing.link)).rejects.toThrow(ProtocolError);
  });
  it('gives up on a peer that does not answer', async () => {
    const { device, link, clock } = await rig({}, false);
    device.on('hello', () => undefined);
    const waiting = hello(link);
    const caught = waiting.catch((error: unknown) => error);
    await settle();
    clock.advance(5.2);
    await settle();
    clock.advance(0.1);
    expect(await caught).toBeInstanceOf(BoardTimeoutError);
  });
  it('keeps requests below 512 bytes until the reply states more', async () => {
    const { link } = await rig({}, false);
    const long = 'x'.repeat(600);
    await expect(link.call('hello', { hostName: long }, 'helloReply')).rejects.toThrow(LimitError);
    await hello(link, { hostName: 'ü'.repeat(300) });
    await expect(link.call('i2cWrite', { data: new Uint8Array(2000) }, 'i2cWriteReply')).rejects.toThrow(/takes 1024/);
  });
});
