import { describe, expect, it } from 'vitest';
import { FrameType, encodeFrame, spindrift, u64ToNumber } from '../../proto/index.js';
import { FEATURES } from './identity.js';
import { TestHost, bodyOf, statusName } from './testing/test-host.js';

const { BoardState, FaultCode } = spindrift.v1;

describe('a session', () => {
  it('wants Hello first and echoes its nonce', () => {
    const host = new TestHost();
    expect(host.status('getState')).toBe('FAILED_PRECONDITION');
    const reply = bodyOf(host.hello({ nonce: 77 }), 'helloReply');
    expect(reply.nonce).toBe(77);
    expect(reply.identity?.kind).toBe(spindrift.v1.BoardKind.BOARD_KIND_SIMULATED);
    expect(reply.identity?.geometry).toMatchObject({ rows: 16, cols: 16, tiles: 1 });
    expect(reply.features).toEqual([...FEATURES]);
    expect(reply.bootId).not.toBe(0);
    expect(reply.configHash).not.toBe(0);
    expect(host.status('getState')).toBe('OK');
  });

  it('refuses another major version, and then takes only Hello and Reboot', () => {
    const host = new TestHost();
    expect(statusName(host.hello({ protocolMajor: 9 }))).toBe('FAILED_PRECONDITION');
    expect(host.status('getIdentity')).toBe('FAILED_PRECONDITION');
    expect(host.status('makeSafe')).toBe('FAILED_PRECONDITION');
    expect(host.status('reboot', { confirm: host.board.core.bootId })).toBe('OK');
    expect(statusName(host.hello())).toBe('OK');
  });

  it('resets at a new Hello: calls end CANCELLED and the drive goes off', () => {
    const host = new TestHost().arm();
    const bits = host.send('openBits', {});
    host.credit(bits, 2);
    expect(host.blocksOf(bits)).toHaveLength(2);
    host.hello({ nonce: 6 });
    expect(statusName(host.final(bits))).toBe('CANCELLED');
    expect(host.expect('getState', {}, 'getStateReply').state).toBe(BoardState.BOARD_STATE_SAFE);
  });

  it('answers what it cannot decode, and unknown verbs', () => {
    const host = new TestHost();
    host.hello();
    host.board.receive(encodeFrame(FrameType.CONTROL_TO_DEVICE, Uint8Array.of(0x0a, 0xff, 0xff)));
    expect(statusName(host.replies.at(-1)!)).toBe('DECODE');
    host.raw({ id: 900 });
    expect(statusName(host.final(900))).toBe('NOT_IMPLEMENTED');
    expect(host.status('putCalibration', {})).toBe('NOT_IMPLEMENTED');
    expect(host.status('getCalibration', {})).toBe('NOT_IMPLEMENTED');
    host.raw({ id: 901, body: 'putCalibration', putCalibration: {} } as never);
    expect(statusName(host.final(901))).toBe('NOT_IMPLEMENTED');
  });

  it('sends a heartbeat after a quarter of a second of silence', () => {
    const host = new TestHost();
    host.hello();
    host.clock.advance(0.2);
    expect(host.replies.filter((reply) => reply.body === 'heartbeat')).toHaveLength(0);
    host.clock.advance(0.6);
    const beats = host.replies.filter((reply) => reply.body === 'heartbeat');
    expect(beats).toHaveLength(3);
    expect(beats[0]).toMatchObject({ id: 0, bootId: host.bootId });
  });

  it('goes safe when the host falls silent while armed', () => {
    const host = new TestHost();
    host.hello({ hostSilenceMs: 1000 });
    host.clock.advance(5); // not armed: nobody cares
    expect(host.expect('getState', {}, 'getStateReply').fault).toBe(FaultCode.FAULT_CODE_UNSPECIFIED);
    expect(host.status('arm')).toBe('OK');
    for (let k = 0; k < 10; k++) {
      host.clock.advance(0.9);
      host.notify('heartbeat', {});
    }
    expect(host.expect('getState', {}, 'getStateReply').state).toBe(BoardState.BOARD_STATE_ARMED);
    host.clock.advance(1.01);
    const state = host.expect('getState', {}, 'getStateReply');
    expect(state.state).toBe(BoardState.BOARD_STATE_SAFE);
    expect(state.fault).toBe(FaultCode.FAULT_CODE_HOST_SILENCE);
    expect(host.replies.some((reply) => reply.body === 'fault')).toBe(true);
    expect(host.status('arm')).toBe('FAILED_PRECONDITION');
    expect(host.status('clearFault')).toBe('OK');
    expect(host.status('arm')).toBe('OK');
  });

  it('holds deadlines', () => {
    const host = new TestHost().arm();
    const id = host.send('programTile', { window: { rows: 4, cols: 4 } }, { deadlineMs: 300 });
    host.clock.advance(0.29);
    expect(host.answers(id).some((reply) => reply.end)).toBe(false);
    host.clock.advance(0.02);
    expect(statusName(host.final(id))).toBe('DEADLINE_EXCEEDED');
    expect(host.expect('getState', {}, 'getStateReply').state).toBe(BoardState.BOARD_STATE_ARMED);
  });

  it('cancels, again and again, and ignores unknown ids', () => {
    const host = new TestHost().arm();
    const id = host.send('openBits', {});
    host.notify('cancel', { targetId: id });
    host.notify('cancel', { targetId: id });
    host.notify('cancel', { targetId: 4711 });
    expect(statusName(host.final(id))).toBe('CANCELLED');
    expect(host.answers(id).filter((reply) => reply.end)).toHaveLength(1);
    host.credit(id, 5);
    expect(host.blocksOf(id)).toHaveLength(0);
  });

  it('says BUSY beyond its number of requests, but always makes safe', () => {
    const host = new TestHost().arm();
    const id = host.send('openBits', {});
    for (let k = 0; k < 3; k++) host.send('openTelemetry', { periodMs: 1000 });
    expect(host.status('openTelemetry', { periodMs: 1000 })).toBe('RESOURCE_EXHAUSTED');
    expect(host.status('runShots', { plan: { shots: 1 } })).toBe('BUSY');
    expect(host.status('setConfig', { config: {} })).toBe('BUSY');
    expect(host.status('makeSafe')).toBe('OK');
    expect(statusName(host.final(id))).toBe('CANCELLED');
  });

  it('reboots only when the boot id is confirmed, and comes back with another', () => {
    const host = new TestHost().arm();
    host.expect('runShots', { plan: { shots: 8, rowMask: Uint8Array.of(1) } }, 'runShotsReply');
    const before = host.bootId;
    expect(host.status('reboot', { confirm: before + 1 })).toBe('FAILED_PRECONDITION');
    expect(host.status('reboot', { confirm: before, target: 2 })).toBe('NOT_IMPLEMENTED');
    const bits = host.send('openBits', {});
    expect(host.status('reboot', { confirm: before })).toBe('OK');
    expect(host.answers(bits).some((reply) => reply.end)).toBe(false); // the session is gone, not answered
    expect(host.status('getState')).toBe('FAILED_PRECONDITION');
    host.hello();
    expect(host.bootId).not.toBe(before);
    const state = host.expect('getState', {}, 'getStateReply');
    expect(u64ToNumber(state.uptimeUs)).toBe(0);
    expect(state.state).toBe(BoardState.BOARD_STATE_SAFE);
  });

  it('lets nothing run while the interlock is open', () => {
    const host = new TestHost();
    host.hello();
    host.board.core.safety.interlockClosed = false;
    expect(host.status('arm')).toBe('INTERLOCK');
    expect(host.status('clearFault')).toBe('INTERLOCK');
    host.board.core.safety.interlockClosed = true;
    expect(host.status('arm')).toBe('OK');
  });

  it('hangs up after too many damaged frames', () => {
    const host = new TestHost();
    host.hello();
    for (let k = 0; k < 70; k++) {
      const frame = encodeFrame(FrameType.CONTROL_TO_DEVICE, new Uint8Array(8));
      frame[14]! ^= 0xff;
      host.board.receive(frame);
    }
    expect(host.hungUp).toMatch(/CRC/);
  });

  it('starts afresh for the next connection', () => {
    const host = new TestHost().arm();
    host.board.close();
    expect(host.status('getState')).toBe('FAILED_PRECONDITION');
    host.hello();
    expect(host.expect('getState', {}, 'getStateReply').state).toBe(BoardState.BOARD_STATE_SAFE);
  });
});
