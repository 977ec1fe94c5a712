import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatDeviceFile, s1 } from '../board-sim/device/index.js';
import { runCli } from './run-cli.js';
import { FakeWorld } from './testing/fake-world.js';

let root: string;
const path = (name: string): string => join(root, name);
const RECTANGLE = { rectangle: { start: 1e-10, width: 1.4e-9, voltage: 0.85 } };

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'spindrift-device-'));
  await writeFile(path('pulse.json'), JSON.stringify(RECTANGLE));
  await writeFile(path('two.json'), JSON.stringify({ ...RECTANGLE, segments: [{ t: 0, v: 1 }] }));
  await writeFile(path('text.json'), JSON.stringify({ rectangle: { ...RECTANGLE.rectangle, width: 'long' } }));
  await writeFile(path('broken.json'), '{"rectangle": ');
  const device = JSON.parse(formatDeviceFile(s1)) as Record<string, unknown>;
  await writeFile(path('stranger.json'), JSON.stringify({ ...device, colour: 'red' }));
  await writeFile(path('negative.json'), JSON.stringify({ ...device, damping: -1 }));
  await writeFile(path('word.json'), JSON.stringify({ ...device, damping: 'little' }));
});
afterAll(() => rm(root, { recursive: true, force: true }));

async function call(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  const world = new FakeWorld();
  const code = await runCli(['device', ...argv], world);
  return { code, out: world.stdout.text, err: world.stderr.text };
}

const PULSE = ['--device', 'S1', '--field', '10kA/m,0,0', '--voltage', '850mV', '--width', '1.4ns'];
const trajectory = (...more: string[]): string[] => [
  ...['trajectory', '--device', 'S1', '--waveform', path('pulse.json'), '--field', '1e4,0,0'],
  ...['--until', '2ns', '--every', '0.5ns', '--step', '2ps'],
  ...more,
];

describe('mistakes', () => {
  const mistakes: [name: string, argv: () => string[], code: number, line: RegExp][] = [
    [
      'an unknown device',
      () => ['show', 'S9'],
      2,
      /device must be one of S1, S2, S3, board, or a device file, got 'S9'/,
    ],
    [
      'a device file that is not there',
      () => ['show', path('none.json')],
      6,
      /cannot read .*none\.json: it does not exist/,
    ],
    ['a device file that is not JSON', () => ['show', path('broken.json')], 6, /broken\.json is not JSON/],
    [
      'a field that no device has',
      () => ['show', path('stranger.json')],
      2,
      /Unknown fields in .*stranger\.json: colour/,
    ],
    [
      'a value that no device has',
      () => ['show', path('negative.json')],
      2,
      /negative\.json: damping must be .*got -1/,
    ],
    ['a word for a number', () => ['show', path('word.json')], 2, /word\.json: damping must be .*"little"/],
    ['a negative width', () => ['switching', ...PULSE.slice(0, 6), '--width', '-1ns'], 2, /widthS must be .*got -1e-9/],
    ['a step of 0', () => ['switching', ...PULSE, '--step', '0'], 2, /stepS is 0; allowed is more than 0/],
    ['NaN', () => ['switching', ...PULSE, '--temperature', 'NaN'], 2, /'NaN' is invalid.*quantity in K/],
    [
      'a pulse without a width',
      () => ['switching', '--voltage', '1V'],
      2,
      /--voltage and --width, or --waveform alone/,
    ],
    ['two shapes of pulse', () => ['switching', ...PULSE, '--waveform', path('pulse.json')], 2, /--waveform alone/],
    ['a field of two numbers', () => ['switching', ...PULSE, '--field', '1,2'], 2, /three values in A\/m/],
    ['a wrong unit', () => ['switching', ...PULSE, '--voltage', '1A'], 2, /'1A' is invalid.*quantity in V/],
    [
      'a waveform of two shapes',
      () => [...trajectory(), '--waveform', path('two.json')],
      2,
      /two\.json: .*exactly one of.*segments and rectangle/,
    ],
    [
      'a word in a waveform',
      () => [...trajectory(), '--waveform', path('text.json')],
      2,
      /text\.json: rectangle\.width must be/,
    ],
    [
      'a waveform that is not JSON',
      () => [...trajectory(), '--waveform', path('broken.json')],
      6,
      /broken\.json is not JSON/,
    ],
    [
      'no waveform',
      () => ['trajectory', '--until', '1ns'],
      2,
      /--waveform <file>' not specified.*See: spindrift device trajectory --help/,
    ],
    ['samples that go back in time', () => trajectory('--every', '-1ns'), 2, /everyS is -1e-9; allowed is more than 0/],
    [
      'another ending of a figure',
      () => trajectory('--plot', path('t.pdf')),
      2,
      /allowed are names that end in \.svg or \.png/,
    ],
    ['a range without a count', () => ['map', '--voltage', '0:1', '--width', '1ns'], 2, /from:to:count/],
    [
      'an unknown command',
      () => ['shwo'],
      2,
      /unknown command 'shwo'.*Did you mean show\?.*See: spindrift device --help/,
    ],
  ];
  it.each(mistakes)('answers %s with one line', async (_, argv, code, line) => {
    const ended = await call(...argv());
    expect(ended.code, ended.err).toBe(code);
    expect(ended.out).toBe('');
    expect(ended.err).toMatch(line);
    expect(ended.err.trim().split('\n')).toHaveLength(1);
  });
});

it('ends at Ctrl-C with code 130 and without a result', async () => {
  const long = ['--trials', '1000000', '--step', '4ps'];
  for (const argv of [
    ['map', '--device', 'S1', '--voltage', '0.8:1:3', '--width', '0:2ns:3', ...long],
    ['switching', ...PULSE, ...long],
    trajectory('--until', '1ms', '--every', '1us'),
  ]) {
    const world = new FakeWorld();
    setTimeout(() => world.send('SIGINT'), 50);
    expect(await runCli(['device', ...argv, '--json'], world)).toBe(130);
    expect(JSON.parse(world.stdout.text)).toMatchObject({ error: { code: 'ABORTED' } });
  }
});
