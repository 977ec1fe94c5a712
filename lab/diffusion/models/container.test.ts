import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Layout } from '../network/shape.js';
import { decodeContainer, encodeContainer, readContainer, writeContainer } from './container.js';
import { loadDenoiser } from './denoiser-file.js';

const shape = {
  side: 8,
  patch: 4,
  window: 4,
  channels: 8,
  tokenHidden: 8,
  channelHidden: 8,
  blocks: 1,
  condition: 8,
  classes: 2,
};
const header = {
  kind: 'denoiser',
  name: 't',
  data: 'none',
  shape,
  quantisation: { trits: 2, activationBits: 4 },
  recipe: {},
  command: '',
  loss: 0,
  seconds: 0,
};

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'spindrift-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('model container', () => {
  const bytes = encodeContainer({ kind: 'x' }, Float32Array.of(1, -2.5, 3e-8));

  it('gives back what was put in', async () => {
    expect(decodeContainer(bytes, 'm').values).toEqual(Float32Array.of(1, -2.5, 3e-8));
    const path = join(folder, 'm.spm');
    await writeContainer(path, { kind: 'x' }, Float32Array.of(4));
    expect((await readContainer(path)).header).toMatchObject({ kind: 'x', floats: 1 });
  });

  it('tells a cut, altered or foreign file from a good one', () => {
    const altered = Uint8Array.from(bytes);
    altered[altered.length - 1]! ^= 1;
    expect(() => decodeContainer(altered, 'm')).toThrow('damaged');
    expect(() => decodeContainer(bytes.subarray(0, bytes.length - 4), 'm')).toThrow('its header says 3 floats');
    expect(() => decodeContainer(bytes.subarray(0, 20), 'm')).toThrow('ends inside its header');
    expect(() => decodeContainer(Buffer.from('PNG and so on'), 'm')).toThrow('not a Spindrift model');
    const newer = Uint8Array.from(bytes);
    newer[4] = 9;
    expect(() => decodeContainer(newer, 'm')).toThrow('format version 9');
  });

  it('refuses a denoiser whose parameters do not fit its shape, and what is no denoiser', async () => {
    const path = join(folder, 'd.spm');
    const size = new Layout(shape).size;
    await writeFile(path, encodeContainer(header, new Float32Array(size)));
    expect((await loadDenoiser(path)).parameters).toHaveLength(size);
    await writeFile(path, encodeContainer(header, new Float32Array(size - 4)));
    await expect(loadDenoiser(path)).rejects.toThrow(`holds ${size - 4} parameters; its shape needs ${size}`);
    await writeFile(path, encodeContainer({ ...header, shape: { ...shape, channels: 12 } }, new Float32Array(size)));
    await expect(loadDenoiser(path)).rejects.toThrow('channels is 12');
    await writeFile(path, encodeContainer({ kind: 'judge' }, new Float32Array(4)));
    await expect(loadDenoiser(path)).rejects.toThrow('is no denoiser');
    await expect(loadDenoiser(join(folder, 'missing'))).rejects.toThrow('cannot read');
    await expect(readFile(path)).resolves.toBeDefined();
  });
});
