import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VirtualClock } from '../../../base/index.js';
import { settle } from '../testing/fake-source.js';
import { creditedBits, KernelMixer, type KernelMixerOptions, type MixDevice } from './kernel-mixer.js';
import { loadAddEntropy, openRandomDevice, poolInfo } from './random-device.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'spindrift-kernel-'));
});
afterAll(() => rm(folder, { recursive: true }));

function mixer(options: Partial<KernelMixerOptions> = {}) {
  const clock = new VirtualClock();
  const supply = {
    available: 1000,
    notEntropy: false,
    minEntropyPerBit: 1,
    next: 0,
    take(count: number) {
      this.available -= count;
      return new Uint8Array(count).fill(++this.next);
    },
  };
  const mixed: { bytes: number[]; bits: number; at: number }[] = [];
  const notes: string[] = [];
  const device: MixDevice = {
    mix: async (bytes, bits) => {
      mixed.push({ bytes: [...bytes], bits, at: clock.now() });
      return bits;
    },
    close: async () => undefined,
  };
  const own = new KernelMixer({
    ...{ supply, clock, bytes: 64, everyS: 60, credit: false },
    openDevice: async () => device,
    onNote: (_level, text) => notes.push(text),
    ...options,
  });
  const pass = async (seconds: number) => {
    for (let k = 0; k < seconds; k++) {
      clock.advance(1);
      await settle(4);
    }
  };
  return { own, clock, supply, mixed, notes, pass };
}

describe('mixing into the kernel', () => {
  it('is 64 bytes at once and then every 60 s, uncredited', async () => {
    const { own, mixed, pass } = mixer();
    own.start();
    await pass(130);
    expect(mixed.map(({ at, bits }) => [at, bits])).toEqual([
      [1, 0],
      [61, 0],
      [121, 0],
    ]);
    expect(mixed[0]!.bytes).toEqual(new Array(64).fill(1));
    await own.close();
    await pass(100);
    expect(mixed).toHaveLength(3);
  });

  it('never takes what is not entropy, credited or not', async () => {
    for (const credit of [false, true]) {
      const { own, supply, mixed, pass } = mixer({ credit });
      supply.notEntropy = true;
      own.start();
      await pass(200);
      expect([mixed.length, supply.available]).toEqual([0, 1000]);
      await own.close();
    }
  });

  it('waits for bytes, and does not take less than its share', async () => {
    const { own, supply, mixed, pass } = mixer();
    supply.available = 63;
    own.start();
    await pass(10);
    expect(mixed).toHaveLength(0);
    supply.available = 64;
    await pass(2);
    expect(mixed).toHaveLength(1);
    await own.close();
  });

  it('credits half of what was assessed', async () => {
    const { own, supply, mixed, pass } = mixer({ credit: true });
    supply.minEntropyPerBit = 0.5;
    own.start();
    await pass(2);
    expect(mixed[0]!.bits).toBe(128);
    await own.close();
    expect([creditedBits(64, 1), creditedBits(64, 0.999), creditedBits(64, 0), creditedBits(64, 2)]).toEqual([
      256, 255, 0, 256,
    ]);
  });

  it('tells a failure and tries again at its next time', async () => {
    let fails = true;
    const { own, notes, pass } = mixer({
      openDevice: async () => {
        if (fails) throw new Error('no such device');
        return { mix: async () => 0, close: async () => undefined };
      },
    });
    own.start();
    await pass(10);
    expect(notes).toEqual(['the kernel took no bytes: no such device']);
    expect(own.counts).toMatchObject({ times: 0, failures: 1 });
    fails = false;
    await pass(60);
    expect(own.counts).toMatchObject({ times: 1, bytes: 64 });
    await own.close();
  });
});

describe('the device', () => {
  it('gets the bytes as they are, into what is there already', async () => {
    const path = join(folder, 'device');
    await writeFile(path, '');
    const device = await openRandomDevice(path, undefined, () => undefined);
    expect(await device.mix(Uint8Array.of(1, 2, 3), 0)).toBe(0);
    await device.mix(Uint8Array.of(4), 0);
    await device.close();
    expect([...(await readFile(path))]).toEqual([1, 2, 3, 4]);
    await expect(openRandomDevice(join(folder, 'none'), undefined, () => undefined)).rejects.toThrow(/does not exist/);
  });

  it('is credited through the ioctl, and mixed plainly, with one line, once that fails', async () => {
    const path = join(folder, 'credited');
    await writeFile(path, '');
    const notes: string[] = [];
    let privileged = true;
    const load = async () => (_fd: number, _bytes: Uint8Array, _bits: number) => {
      if (!privileged) throw new Error('RNDADDENTROPY needs CAP_SYS_ADMIN');
    };
    const device = await openRandomDevice(path, load, (_level, text) => notes.push(text));
    expect(await device.mix(Uint8Array.of(1), 4)).toBe(4);
    privileged = false;
    expect([await device.mix(Uint8Array.of(2), 4), await device.mix(Uint8Array.of(3), 4)]).toEqual([0, 0]);
    await device.close();
    expect([...(await readFile(path))]).toEqual([2, 3]);
    expect(notes).toEqual([`bytes are mixed into ${path} without credit: RNDADDENTROPY needs CAP_SYS_ADMIN`]);
  });

  it('without koffi is mixed plainly, with one line', async () => {
    const path = join(folder, 'plain');
    await writeFile(path, '');
    const notes: string[] = [];
    const load = () => Promise.reject(new Error("Cannot find package 'koffi'\nRequire stack:"));
    const device = await openRandomDevice(path, load, (_level, text) => notes.push(text));
    expect(await device.mix(Uint8Array.of(7), 4)).toBe(0);
    await device.close();
    expect(notes).toEqual([
      `bytes are mixed into ${path} without credit: koffi cannot be used (Cannot find package 'koffi')`,
    ]);
  });

  it('the request has the layout of rand_pool_info', () => {
    expect(poolInfo(Uint8Array.of(0xaa, 0xbb), 300).toString('hex')).toBe('2c01000002000000aabb');
  });

  it('a file that is no such device refuses the real ioctl', async () => {
    const path = join(folder, 'file');
    await writeFile(path, '');
    const notes: string[] = [];
    const device = await openRandomDevice(path, loadAddEntropy, (_level, text) => notes.push(text));
    expect(await device.mix(Uint8Array.of(9), 4)).toBe(0);
    await device.close();
    // ENOTTY where koffi is there, its absence where it is not.
    expect(notes).toHaveLength(1);
    expect(notes[0]).toMatch(/RNDADDENTROPY failed with error 25|koffi cannot be used/);
    expect([...(await readFile(path))]).toEqual([9]);
  });
});
