import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { FileError, UsageError } from '../../base/index.js';
import { defineExperiment, isExperiment } from './define-experiment.js';
import { describeExperiment } from './describe-experiment.js';
import { choice, count, flag, quantity, text } from './params.js';
import { parseParams, parseTextParams } from './parse-params.js';
import { discoverExperiments, findExperiment, listExperiments } from './registry.js';

const sweep = defineExperiment({
  id: 'sweep',
  title: 'Sweep',
  summary: 'For tests.',
  params: z.object({
    voltage: quantity({ label: 'Voltage', unit: 'V', default: 1.5, min: 0.4, max: 2, help: 'Of the pulse.' }),
    width: quantity({ unit: 's', default: 1e-9, min: 5e-10 }),
    shots: count({ label: 'Shots', default: 100, min: 1, max: 1000 }),
    mode: choice(['raw', 'debiased'], { default: 'raw' }),
    controller: flag({ label: 'Controller', default: true }),
    model: text({ default: '' }),
  }),
  views: [{ kind: 'image', id: 'i', title: 'I', image: 'i' }],
  async *run() {
    yield { type: 'note', text: 'nothing to do' };
  },
});

describe('defineExperiment', () => {
  it('refuses ids and parameters that the command line could not offer', () => {
    const define = (id: string, params: z.ZodObject) => () => defineExperiment({ ...sweep, id, params });
    expect(define('Sweep', sweep.params)).toThrow('experiment id must be kebab-case, got "Sweep"');
    expect(define('x', z.object({ n: z.number() }))).toThrow('every parameter of experiment x needs a default');
    expect(isExperiment(sweep)).toBe(true);
    expect(isExperiment({ ...sweep })).toBe(false);
  });
});

describe('describeExperiment', () => {
  it('says everything that a flag or a form field needs', () => {
    const description = describeExperiment(sweep);
    expect(JSON.parse(JSON.stringify(description))).toEqual(description);
    expect(description).toEqual({
      id: 'sweep',
      title: 'Sweep',
      summary: 'For tests.',
      params: [
        {
          name: 'voltage',
          type: 'number',
          label: 'Voltage',
          help: 'Of the pulse.',
          unit: 'V',
          default: 1.5,
          min: 0.4,
          max: 2,
        },
        { name: 'width', type: 'number', label: 'width', unit: 's', default: 1e-9, min: 5e-10 },
        { name: 'shots', type: 'integer', label: 'Shots', default: 100, min: 1, max: 1000 },
        { name: 'mode', type: 'choice', label: 'mode', default: 'raw', choices: ['raw', 'debiased'] },
        { name: 'controller', type: 'boolean', label: 'Controller', default: true },
        { name: 'model', type: 'string', label: 'model', default: '' },
      ],
      views: [{ kind: 'image', id: 'i', title: 'I', image: 'i' }],
    });
  });
});

describe('parameters', () => {
  it('take their defaults', () => {
    expect(parseParams(sweep)).toEqual({
      voltage: 1.5,
      width: 1e-9,
      shots: 100,
      mode: 'raw',
      controller: true,
      model: '',
    });
  });

  it('are read from text with units', () => {
    expect(
      parseTextParams(sweep, {
        voltage: '850mV',
        width: '1.2 ns',
        shots: '1k',
        mode: 'debiased',
        controller: 'off',
        model: 'm.bin',
      }),
    ).toEqual({
      voltage: 0.85,
      width: 1.2e-9,
      shots: 1000,
      mode: 'debiased',
      controller: false,
      model: 'm.bin',
    });
  });

  it.each([
    [{ voltage: '3V' }, 'parameter voltage must be a number from 400\u00a0mV to 2\u00a0V, got 3'],
    [{ voltage: '850mA' }, 'parameter voltage must be a number from 400\u00a0mV to 2\u00a0V, got "850mA"'],
    [{ width: '0.1ns' }, 'parameter width must be a number not below 500\u00a0ps, got 1e-10'],
    [{ shots: '1.5' }, 'parameter shots must be an integer from 1 to 1000, got 1.5'],
    [{ mode: 'x' }, 'parameter mode must be one of raw, debiased, got "x"'],
    [{ controller: 'maybe' }, 'parameter controller must be true or false, got "maybe"'],
    [
      { shot: '1' },
      'sweep has no parameter "shot"; its parameters are: voltage, width, shots, mode, controller, model',
    ],
  ] as [Record<string, string>, string][])('refuse %j by name, value and range', (input, message) => {
    expect(() => parseTextParams(sweep, input)).toThrow(RangeError);
    expect(() => parseTextParams(sweep, input)).toThrow(message);
  });

  it('of another type are a TypeError', () => {
    expect(() => parseParams(sweep, { shots: '5' })).toThrow(
      new TypeError('parameter shots must be an integer from 1 to 1000, got "5"'),
    );
    expect(() => parseParams(sweep, { controller: 1 })).toThrow(TypeError);
    expect(parseParams(sweep, { shots: undefined }).shots).toBe(100);
  });
});

describe('the registry', () => {
  it('finds the experiments by their files', async () => {
    const ids = (await listExperiments()).map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(['generate', 'resistance-map']) as string[]);
    expect(ids).toEqual([...ids].sort());
    expect((await findExperiment('resistance-map')).title).toBe('Resistance map');
    await expect(findExperiment('nope')).rejects.toThrow(UsageError);
    await expect(findExperiment('nope')).rejects.toMatchObject({
      nextStep: expect.stringContaining('resistance-map') as string,
    });
  });

  it('says which file is wrong', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'spindrift-registry-'));
    const source = (id: string): string =>
      `export const it = { id: '${id}', [Symbol.for('spindrift.experiment')]: true };`;
    try {
      await writeFile(join(folder, 'package.json'), '{"type":"module"}');
      await writeFile(join(folder, 'b.experiment.js'), source('b'));
      await writeFile(join(folder, 'a.experiment.js'), source('a'));
      await writeFile(join(folder, 'a.experiment.d.ts'), '');
      await writeFile(join(folder, 'helper.js'), '');
      expect((await discoverExperiments(folder)).map(({ id }) => id)).toEqual(['a', 'b']);
      await writeFile(join(folder, 'c.experiment.js'), source('b'));
      await expect(discoverExperiments(folder)).rejects.toThrow('two experiments have the id b');
      await writeFile(join(folder, 'empty.experiment.js'), 'export const x = 1;');
      await rm(join(folder, 'c.experiment.js'));
      await expect(discoverExperiments(folder)).rejects.toThrow('empty.experiment.js exports no experiment');
    } finally {
      await rm(folder, { recursive: true });
    }
    await expect(discoverExperiments(folder)).rejects.toThrow(FileError);
  });
});
