// USB/IP on the wire: bytes that others wrote, and what no server should swallow.
import { describe, expect, it } from 'vitest';
import { BLOCK, CAPTURE, hex, joined, replies, requests } from '../testing/usbip-readers.js';
import {
  encodeDevlistReply,
  encodeDevlistRequest,
  encodeImportReply,
  encodeImportRequest,
  encodeSubmit,
  encodeSubmitReply,
  encodeUnlink,
  encodeUnlinkReply,
} from './encode.js';
import { DEVICE_BLOCK_BYTES, MAX_TRANSFER_BYTES, URB_HEADER_BYTES } from './messages.js';
import { StreamCutter } from './stream-cutter.js';

describe('bytes of the kernel’s documentation', () => {
  it('are read as it explains them', () => {
    const { heard, reader } = requests();
    reader.push(joined([encodeImportRequest('1-1'), CAPTURE.submitIn, CAPTURE.submitOut]));
    const common = { deviceId: 0x0001000f, endpoint: 1, length: 64, interval: 4, setup: new Uint8Array(8) };
    expect(heard.slice(1)).toEqual([
      { submit: { ...common, sequence: 0xd05, direction: 'in', flags: 0x200, data: new Uint8Array(0) } },
      { submit: { ...common, sequence: 0xd06, direction: 'out', flags: 0, data: CAPTURE.submitOut.slice(48) } },
    ]);
    const { told, reader: client } = replies((sequence) => (sequence === 0xd05 ? 64 : undefined));
    client.push(joined([encodeImportReply(BLOCK), CAPTURE.endOut, CAPTURE.endIn]));
    expect(told.slice(1)).toEqual([
      { submit: { sequence: 0xd06, status: 0, actual: 64, data: new Uint8Array(0) } },
      { submit: { sequence: 0xd05, status: 0, actual: 64, data: CAPTURE.endIn.slice(48) } },
    ]);
  });

  it('are written, but for the start frame, which only isochronous transfers have', () => {
    const plain = (bytes: Uint8Array): Uint8Array => {
      const copy = bytes.slice();
      copy.fill(0, 28, 32);
      return copy;
    };
    const common = { deviceId: 0x0001000f, endpoint: 1, length: 64, interval: 4, setup: new Uint8Array(8) };
    const nothing = new Uint8Array(0);
    expect(encodeSubmit({ ...common, sequence: 0xd05, direction: 'in', flags: 0x200, data: nothing })).toEqual(
      plain(CAPTURE.submitIn),
    );
    const data = CAPTURE.submitOut.slice(48);
    expect(encodeSubmit({ ...common, sequence: 0xd06, direction: 'out', flags: 0, data })).toEqual(
      plain(CAPTURE.submitOut),
    );
    expect(encodeSubmitReply({ sequence: 0xd06, status: 0, actual: 64, data: nothing })).toEqual(plain(CAPTURE.endOut));
    expect(encodeSubmitReply({ sequence: 0xd05, status: 0, actual: 64, data: CAPTURE.endIn.slice(48) })).toEqual(
      plain(CAPTURE.endIn),
    );
  });

  it('of the tables: operations and a device at their offsets', () => {
    expect(encodeDevlistRequest()).toEqual(hex('0111 8005 00000000'));
    expect(encodeImportRequest('1-1')).toEqual(hex(`0111 8003 00000000 312d31 ${'00'.repeat(29)}`));
    expect(encodeImportReply({ status: 1 })).toEqual(hex('0111 0003 00000001'));
    const reply = encodeImportReply(BLOCK);
    expect(reply).toHaveLength(8 + 0x138);
    expect(reply.slice(0x108 + 0, 0x108 + 3)).toEqual(hex('312d31'));
    expect(reply.slice(0x128)).toEqual(hex('00000001 00000002 00000002 1209 0001 0010 00 01 02 01 01 01'));
    const list = encodeDevlistReply([{ ...BLOCK, interfaceClasses: [[0xff, 0, 0]] }]);
    expect(list.slice(0, 12)).toEqual(hex('0111 0005 00000000 00000001'));
    expect(list.slice(12 + DEVICE_BLOCK_BYTES)).toEqual(hex('ff000000'));
    expect(encodeUnlink({ sequence: 7, deviceId: 0x10002, victim: 5 })).toEqual(
      hex(`00000002 00000007 00010002 00000000 00000000 00000005 ${'00'.repeat(24)}`),
    );
    expect(encodeUnlinkReply({ sequence: 7, status: -104 })).toEqual(
      hex(`00000004 00000007 00000000 00000000 00000000 ffffff98 ${'00'.repeat(24)}`),
    );
  });
});

describe('what is not USB/IP', () => {
  it('is refused by name before room is taken for it', () => {
    const edited = (at: number, value: number): Uint8Array => {
      const bytes = CAPTURE.submitOut.slice(0, URB_HEADER_BYTES);
      new DataView(bytes.buffer).setUint32(at, value);
      return bytes;
    };
    const after = (bytes: Uint8Array): (() => void) => {
      const { reader } = requests();
      reader.push(encodeImportRequest('1-1'));
      return () => reader.push(bytes);
    };
    expect(after(edited(24, MAX_TRANSFER_BYTES + 1))).toThrow(/1048577 bytes, where 1048576 are taken/);
    expect(after(edited(24, 0xffffffff))).toThrow(/4294967295 bytes/);
    expect(after(edited(24, MAX_TRANSFER_BYTES))).not.toThrow();
    expect(after(edited(0, 5))).toThrow(/unknown command 5/);
    expect(after(edited(12, 2))).toThrow(/direction 2/);
    expect(after(edited(16, 16))).toThrow(/endpoint 16/);
    expect(after(edited(32, 8))).toThrow(/isochronous/);
    expect(after(edited(32, 0xffffffff))).not.toThrow();
    expect(() => requests().reader.push(hex('0110 8005 00000000'))).toThrow(/version 0x110/);
    expect(() => requests().reader.push(hex('0111 8007 00000000'))).toThrow(/operation 0x8007/);
  });

  it('a client believes no server that sends more than was wanted', () => {
    const of = (bytes: Uint8Array): (() => void) => {
      const { reader } = replies(() => 10);
      return () => reader.push(bytes);
    };
    const head = encodeImportReply(BLOCK);
    const end = encodeSubmitReply({ sequence: 1, status: 0, actual: 11, data: new Uint8Array(11) });
    expect(of(joined([head, end]))).toThrow(/11 bytes where 10 were wanted/);
    expect(of(hex('0111 0005 00000000 ffffffff'))).toThrow(/4294967295 devices/);
    expect(of(hex('0111 0006 00000000'))).toThrow(/unknown answer/);
    expect(of(joined([head, hex('00000009'), new Uint8Array(44)]))).toThrow(/unknown reply 9/);
  });

  it('a refused import is the last that is read', () => {
    const { heard, reader } = requests(false);
    reader.push(joined([encodeImportRequest('1-1'), CAPTURE.submitIn]));
    expect(heard).toEqual([{ import: '1-1' }]);
    const { told, reader: client } = replies(() => 64);
    client.push(joined([encodeImportReply({ status: 1 }), CAPTURE.endIn]));
    expect(told).toEqual([{ import: { status: 1 } }]);
  });

  it('no text is cut to fit its field', () => {
    expect(() => encodeImportRequest('x'.repeat(32))).toThrow(RangeError);
    expect(encodeImportRequest('x'.repeat(31))).toHaveLength(40);
  });

  it('a cutter that is stopped, or has been told that nothing follows, reads no more', () => {
    const got: number[] = [];
    const cutter = new StreamCutter(2, (piece) => {
      got.push(...piece);
      return got.length < 4 ? 2 : 0;
    });
    cutter.push(Uint8Array.of(1, 2, 3));
    expect(cutter.pending).toBe(1);
    cutter.push(Uint8Array.of(4, 5, 6, 7));
    expect(got).toEqual([1, 2, 3, 4]);
    const other = new StreamCutter(1, () => {
      throw new Error('never');
    });
    other.stop();
    other.push(Uint8Array.of(1));
  });
});
