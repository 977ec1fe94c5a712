// USB/IP on the wire: every cut of a stream means the same, and no bytes do harm.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProtocolError } from '../../../base/index.js';
import { BLOCK, CAPTURE, give, hex, joined, replies, requests } from '../testing/usbip-readers.js';
import {
  encodeDevlistReply,
  encodeImportReply,
  encodeImportRequest,
  encodeSubmit,
  encodeSubmitReply,
  encodeUnlink,
  encodeUnlinkReply,
} from './encode.js';
import { MAX_TRANSFER_BYTES, type DeviceBlock, type SubmitCommand, type UnlinkCommand } from './messages.js';

const u32 = fc.nat(0xffffffff);
const u16 = fc.nat(0xffff);
const u8 = fc.nat(255);
const name = fc.stringMatching(/^[A-Za-z0-9._-]{1,31}$/);
const cuts = fc.array(fc.nat(10_000), { maxLength: 12 });
const submit: fc.Arbitrary<SubmitCommand> = fc
  .record({
    sequence: u32,
    deviceId: u32,
    direction: fc.constantFrom('in' as const, 'out' as const),
    endpoint: fc.nat(15),
    flags: u32,
    interval: u32,
    setup: fc.uint8Array({ minLength: 8, maxLength: 8 }),
    body: fc.uint8Array({ maxLength: 300 }),
    long: fc.nat(MAX_TRANSFER_BYTES),
  })
  .map(({ body, long, ...head }) =>
    head.direction === 'out'
      ? { ...head, length: body.length, data: body }
      : { ...head, length: long, data: new Uint8Array(0) },
  );
const unlink: fc.Arbitrary<UnlinkCommand> = fc.record({ sequence: u32, deviceId: u32, victim: u32 });
const block: fc.Arbitrary<DeviceBlock> = fc.record({
  path: fc.string({ maxLength: 60, unit: 'grapheme-ascii' }),
  ...{ busId: name, busNumber: u32, deviceNumber: u32, speed: u32 },
  ...{ vendorId: u16, productId: u16, release: u16, deviceClass: u8, deviceSubClass: u8, deviceProtocol: u8 },
  ...{ configurationValue: u8, configurations: u8, interfaces: u8 },
});

describe('the stream', () => {
  it('of an importer means the same however it is cut', () => {
    const command = fc.oneof(
      submit.map((one) => ({ bytes: encodeSubmit(one), heard: { submit: one } })),
      unlink.map((one) => ({ bytes: encodeUnlink(one), heard: { unlink: one } })),
    );
    fc.assert(
      fc.property(name, fc.array(command, { maxLength: 8 }), cuts, (busId, commands, at) => {
        const { heard, reader } = requests();
        give(reader, joined([encodeImportRequest(busId), ...commands.map(({ bytes }) => bytes)]), at);
        expect(heard).toEqual([{ import: busId }, ...commands.map((one) => one.heard)]);
      }),
      { seed: 21 },
    );
  });

  it('of a server means the same however it is cut', () => {
    const reply = fc.oneof(
      fc
        .record({
          status: fc.integer({ min: -200, max: 0 }),
          data: fc.uint8Array({ maxLength: 300 }),
          isIn: fc.boolean(),
        })
        .map(({ isIn, ...rest }) => ({ kind: 'submit' as const, isIn, ...rest })),
      fc.record({ kind: fc.constant('unlink' as const), status: fc.constantFrom(0, -104) }),
    );
    fc.assert(
      fc.property(block, fc.array(reply, { maxLength: 8 }), cuts, (device, ends, at) => {
        const wanted = (sequence: number): number | undefined => {
          const end = ends[sequence];
          return end?.kind === 'submit' && end.isIn ? 300 : undefined;
        };
        const { told, reader } = replies(wanted);
        const parts = ends.map((end, sequence) =>
          end.kind === 'unlink'
            ? encodeUnlinkReply({ sequence, status: end.status })
            : encodeSubmitReply({
                sequence,
                status: end.status,
                actual: end.data.length,
                data: end.isIn ? end.data : new Uint8Array(0),
              }),
        );
        give(reader, joined([encodeImportReply(device), ...parts]), at);
        expect(told).toEqual([
          { import: device },
          ...ends.map((end, sequence) =>
            end.kind === 'unlink'
              ? { unlink: { sequence, status: end.status } }
              : {
                  submit: {
                    sequence,
                    status: end.status,
                    actual: end.data.length,
                    data: end.isIn ? end.data : new Uint8Array(0),
                  },
                },
          ),
        ]);
      }),
      { seed: 22 },
    );
  });

  it('of a list is read as it was written', () => {
    const listed = fc
      .tuple(block, fc.array(fc.tuple(u8, u8, u8), { maxLength: 4 }))
      .map(([device, interfaceClasses]) => ({ ...device, interfaces: interfaceClasses.length, interfaceClasses }));
    fc.assert(
      fc.property(fc.array(listed, { maxLength: 5 }), cuts, (devices, at) => {
        const { told, reader } = replies(() => undefined);
        give(reader, encodeDevlistReply(devices), at);
        expect(told).toEqual([{ devlist: devices }]);
      }),
      { seed: 23 },
    );
  });
});

describe('anything at all', () => {
  it('any bytes either mean something or are refused as such, and nothing is read after that', () => {
    const start = fc.constantFrom(
      new Uint8Array(0),
      encodeImportRequest('1-1'),
      hex('0111'),
      hex('0111 8003'),
      joined([encodeImportRequest('1-1'), hex('00000001')]),
      joined([encodeImportReply(BLOCK), hex('00000003')]),
      hex('0111 0005 00000000'),
    );
    fc.assert(
      fc.property(start, fc.uint8Array({ maxLength: 600 }), cuts, (head, tail, at) => {
        for (const reader of [requests().reader, replies(() => 100).reader])
          try {
            give(reader, joined([head, tail]), at);
          } catch (error) {
            expect(error).toBeInstanceOf(ProtocolError);
            // No second complaint, and no second meaning.
            reader.push(joined([encodeImportRequest('9-9'), CAPTURE.submitIn]));
          }
      }),
      { seed: 24, numRuns: 2000 },
    );
  });
});
