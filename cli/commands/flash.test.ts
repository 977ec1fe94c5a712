import { readFileSync, rmSync, symlinkSync, unlinkSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { VirtualClock } from '../../base/index.js';
import { openBoardOver, InProcessTransport } from '../../firmware-host/host/index.js';
import { FakeDevice } from '../../firmware-host/host/testing/fake-device.js';
import { spindrift } from '../../proto/index.js';
import { flashIn, type FlashFlags, type FlashWorld } from './flash.js';
import { Console } from '../console.js';
import { failureOf } from '../failure.js';
import { FakeMachine, uf2Image } from '../../firmware-host/host/testing/fake-boot-drive.js';
import { FakeWorld } from '../testing/fake-world.js';
import type { TargetFile } from '../../firmware-host/host/flash/index.js';

let machine: FakeMachine;
beforeEach(() => void (machine = new FakeMachine()));
afterEach(() => machine.remove());

interface Outcome {
  readonly code: number;
  readonly message: string;
  readonly nextStep: string;
  readonly out: string;
  readonly err: string;
}

/** Runs the command in the fake machine. The clock is moved by whoever sleeps. */
async function call(
  image: string | undefined,
  flags: FlashFlags = {},
  openFile?: (path: string) => Promise<TargetFile>,
  options: { readonly board?: string; readonly signal?: AbortSignal; readonly device?: FakeDevice } = {},
): Promise<Outcome> {
  const world = new FakeWorld();
  const clock = new VirtualClock();
  clock.sleep = (seconds) => {
    clock.advance(seconds);
    return Promise.resolve();
  };
  const context = {
    out: new Console(world, { json: true, verbose: false }),
    clock,
    signal: options.signal ?? new AbortController().signal,
    board: options.board ?? 'sim:typical',
    argv: ['flash'],
    takeOverSignals: () => world.signals,
  };
  const { places, root } = machine;
  const { device } = options;
  const open: FlashWorld['open'] =
    device && ((uri) => openBoardOver(new InProcessTransport(device, uri), uri, { clock: new VirtualClock() }));
  const texts = (): Pick<Outcome, 'out' | 'err'> => ({ out: world.stdout.text, err: world.stderr.text });
  try {
    const code = await flashIn(
      { places, root, ...(openFile && { openFile }), ...(open && { open }) },
      context,
      flags,
      image,
    );
    return { code, message: '', nextStep: '', ...texts() };
  } catch (error) {
    const { exitCode, message, nextStep = '' } = failureOf(error);
    return { code: exitCode, message, nextStep, ...texts() };
  }
}

const like = (pattern: RegExp): string => expect.stringMatching(pattern) as string;
const systemError = (code: string): Error => Object.assign(new Error(code), { code, syscall: 'write' });

/** A drive that does something to itself at a call, and fails from then on. */
function failing(when: { write?: number; sync?: number }, code: string, also: () => void = () => undefined) {
  return async (path: string): Promise<TargetFile> => {
    const file = await open(path, 'w');
    const count = { write: 0, sync: 0 };
    const step = (kind: 'write' | 'sync'): void => {
      if (++count[kind] !== when[kind]) return;
      also();
      throw systemError(code);
    };
    return {
      async write(data, offset, length) {
        step('write');
        return file.write(data, offset, length);
      },
      async sync() {
        step('sync');
        await file.sync();
      },
      close: () => file.close(),
    };
  };
}

describe('spindrift flash', () => {
  it('copies a whole file to the only drive and says so', async () => {
    const drive = machine.plug();
    const bytes = uf2Image(300);
    const { code, out, err } = await call(machine.file('fw.uf2', bytes));
    expect(code).toBe(0);
    expect(new Uint8Array(readFileSync(join(drive, 'spindrift.uf2')))).toEqual(bytes);
    expect(JSON.parse(out)).toMatchObject({
      bytes: 153600,
      blocks: 300,
      volume: drive,
      boardId: 'RPI-RP2',
      restarted: false,
    });
    expect(err).toMatch(/still there 5 s after the last block/);
  });

  it('finds a drive in the table of mounts, with a space in its name', async () => {
    const drive = machine.plug('some where');
    machine.file('mounts', `proc /proc proc rw 0 0\n/dev/sdz1 ${drive.replace(' ', '\\040')} vfat rw 0 0\n`);
    expect((await call(machine.file('fw.uf2', uf2Image()))).code).toBe(0);
    machine.file('mounts', `/dev/sdz1 ${drive.replace(' ', '\\040')} nfs rw 0 0\n`);
    expect((await call(machine.file('fw.uf2', uf2Image()))).code).toBe(3);
  });

  it('counts a drive once that two places show', async () => {
    const drive = machine.plug();
    machine.file('mounts', `/dev/sdz1 ${drive} vfat rw 0 0\n`);
    expect((await call(machine.file('fw.uf2', uf2Image()))).code).toBe(0);
  });

  it('says how to start the boot loader where there is no drive', async () => {
    machine.plug('media/user/camera', null);
    machine.plug('media/user/other', 'Board-ID: SAMD21\n');
    expect(await call(machine.file('fw.uf2', uf2Image()))).toMatchObject({
      code: 3,
      nextStep: like(/hold the button BOOTSEL/),
    });
  });

  it('says so where the drive is plugged in and not mounted', async () => {
    symlinkSync(machine.file('sdz1', ''), machine.places.device);
    expect(await call(machine.file('fw.uf2', uf2Image()))).toMatchObject({
      code: 3,
      message: like(/sdz1, but is not mounted/),
    });
  });

  it('asks for a name where there are several', async () => {
    machine.plug('media/user/RPI-RP2');
    const second = machine.plug('media/user/RPI-RP21');
    const path = machine.file('fw.uf2', uf2Image());
    expect(await call(path)).toMatchObject({ code: 2, nextStep: 'name one with --volume' });
    expect((await call(path, { volume: second })).code).toBe(0);
  });

  it('says how to build an image where none is released, and takes one that is', async () => {
    machine.plug();
    expect(await call(undefined)).toMatchObject({ code: 6, nextStep: like(/npm run firmware/) });
    machine.file('firmware-host/firmware/release/spindrift.uf2', uf2Image());
    expect((await call(undefined)).code).toBe(0);
  });

  it.each<[string, Uint8Array, RegExp]>([
    ['nonsense', new Uint8Array(2048).fill(0x5a), /does not begin like a UF2 file/],
    ['nothing', new Uint8Array(0), /does not begin like a UF2 file/],
    ['a file cut inside a block', uf2Image().subarray(0, 700), /multiple of 512/],
    ['a file cut between blocks', uf2Image().subarray(0, 1024), /the file has 2/],
    ['another family', uf2Image(4, (view) => view.setUint32(28, 0xe48bff59, true)), /another chip/],
    ['an address in RAM', uf2Image(4, (view) => view.setUint32(3 * 512 + 12, 0x20000000, true)), /not flash/],
    ['an address between pages', uf2Image(4, (view) => view.setUint32(3 * 512 + 12, 0x10000380, true)), /multiples/],
    ['a payload that the ROM skips', uf2Image(4, (view) => view.setUint32(512 + 16, 128, true)), /block of 128/],
    ['a damaged second stage', uf2Image(4, (view) => view.setUint8(40, 0xff)), /a chip would refuse it/],
  ])('refuses %s and writes nothing', async (_name, bytes, message) => {
    const drive = machine.plug();
    const outcome = await call(machine.file('fw.uf2', bytes), { volume: drive });
    expect(outcome).toMatchObject({ code: 5, message: like(message) });
    expect(() => readFileSync(join(drive, 'spindrift.uf2'))).toThrow(/ENOENT/);
  });

  it.each<[string, () => string, number, RegExp]>([
    ['a folder without INFO_UF2.TXT', () => machine.plug('usb', null), 3, /holds no INFO_UF2.TXT/],
    ['another boot loader', () => machine.plug('usb', 'Board-ID: RP2350\r\n'), 3, /says Board-ID RP2350, not RPI-RP2/],
    ['an INFO_UF2.TXT without a board', () => machine.plug('usb', 'hello'), 3, /names no board/],
    ['a folder that is not there', () => join(machine.root, 'usb'), 6, /does not exist/],
    ['a file', () => machine.file('usb', 'x'), 6, /not a folder/],
  ])('refuses %s as --volume', async (_name, volume, code, message) => {
    const outcome = await call(machine.file('fw.uf2', uf2Image()), { volume: volume() });
    expect(outcome).toMatchObject({ code, message: like(message) });
  });
});

describe('a drive that misbehaves', () => {
  it('is done when the drive vanishes at the last block', async () => {
    const drive = machine.plug();
    // Syncs of 300 blocks: three pieces, then the last block.
    const openFile = failing({ sync: 4 }, 'EIO', () => rmSync(drive, { recursive: true }));
    const { code, out } = await call(machine.file('fw.uf2', uf2Image(300)), {}, openFile);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ restarted: true });
  });

  it.each([1, 2, 3])('has lost the board when the drive vanishes at piece %d', async (piece) => {
    const drive = machine.plug();
    const openFile = failing({ sync: piece }, 'EIO', () => rmSync(drive, { recursive: true }));
    const outcome = await call(machine.file('fw.uf2', uf2Image(300)), {}, openFile);
    expect(outcome).toMatchObject({
      code: 4,
      message: like(/vanished after \d+ of 153600 bytes/),
      nextStep: like(/not complete/),
    });
  });

  it('does not take an error at the last block for success while the drive is there', async () => {
    machine.plug();
    const outcome = await call(machine.file('fw.uf2', uf2Image(300)), {}, failing({ sync: 4 }, 'EIO'));
    expect(outcome).toMatchObject({ code: 6, message: like(/the disk reports an error/) });
  });

  it.runIf(process.platform === 'linux')('reports a full drive', async () => {
    const drive = machine.plug();
    symlinkSync('/dev/full', join(drive, 'spindrift.uf2'));
    const outcome = await call(machine.file('fw.uf2', uf2Image()));
    expect(outcome).toMatchObject({ code: 6, message: like(/the drive is full/) });
    unlinkSync(join(drive, 'spindrift.uf2'));
  });

  it.each([
    ['EROFS', /read-only/],
    ['EACCES', /may not write/],
  ])('reports %s in words', async (code, message) => {
    machine.plug();
    const outcome = await call(machine.file('fw.uf2', uf2Image()), {}, () => Promise.reject(systemError(code)));
    expect(outcome).toMatchObject({ code: 6, message: like(message) });
  });

  it('stops between two pieces when it is interrupted', async () => {
    machine.plug();
    const abort = new AbortController();
    const openFile = async (path: string): Promise<TargetFile> => {
      const file = await open(path, 'w');
      return {
        write: async (data, offset, length) => file.write(data, offset, length),
        sync: () => {
          abort.abort();
          return Promise.resolve();
        },
        close: () => file.close(),
      };
    };
    const outcome = await call(machine.file('fw.uf2', uf2Image(300)), {}, openFile, { signal: abort.signal });
    expect(outcome.code).toBe(130);
  });
});

describe('--reboot', () => {
  it('says that a stand-in has no boot loader, after the image was judged', async () => {
    const bad = await call(machine.file('bad.uf2', 'x'), { reboot: true });
    expect(bad.code).toBe(5);
    const outcome = await call(machine.file('fw.uf2', uf2Image()), { reboot: true }, undefined, {
      board: 'sim:ideal?rows=8&cols=8',
    });
    expect(outcome).toMatchObject({ code: 3, message: like(/no boot loader/) });
  });

  /** A board that runs, and does something when it is sent to its boot loader. */
  function running(then: () => void): FakeDevice {
    const device = new FakeDevice();
    device.on('makeSafe', ({ id }) => device.ok(id, { body: 'makeSafeReply', makeSafeReply: {} }));
    device.on('reboot', (request) => {
      if (request.body !== 'reboot') return;
      expect(request.reboot).toMatchObject({ target: spindrift.v1.RebootTarget.REBOOT_TARGET_BOOTLOADER, confirm: 77 });
      device.ok(request.id, { body: 'rebootReply', rebootReply: {} });
      then();
    });
    return device;
  }

  it('makes the board safe, sends it to its boot loader and writes to the drive that appears', async () => {
    const other = machine.plug('media/user/other');
    const device = running(() => void machine.plug('media/user/mine'));
    const outcome = await call(machine.file('fw.uf2', uf2Image()), { reboot: true }, undefined, { device });
    expect(outcome.code).toBe(0);
    expect(JSON.parse(outcome.out)).toMatchObject({ volume: join(machine.root, 'media/user/mine') });
    expect(() => readFileSync(join(other, 'spindrift.uf2'))).toThrow(/ENOENT/);
    expect(device.requests.map(({ body }) => body)).toEqual(['hello', 'getLimits', 'makeSafe', 'reboot']);
  });

  it('never takes the drive of another board for the one that does not appear', async () => {
    const other = machine.plug('media/user/other');
    const outcome = await call(machine.file('fw.uf2', uf2Image()), { reboot: true }, undefined, {
      device: running(() => undefined),
    });
    expect(outcome).toMatchObject({ code: 3, message: like(/appeared within 20 s/) });
    expect(() => readFileSync(join(other, 'spindrift.uf2'))).toThrow(/ENOENT/);
  });

  it('does not disturb a board for the drive of another', async () => {
    const drive = machine.plug();
    const outcome = await call(machine.file('fw.uf2', uf2Image()), { reboot: true, volume: drive });
    expect(outcome).toMatchObject({ code: 2, message: like(/already/) });
  });
});
