import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
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
  const device = JSON.parse(formatDeviceFile(s1)) as Record<string, unknown>;
  await writeFile(path('mine.json'), JSON.stringify({ ...device, name: 'mine', vcmaCoefficient: 5e-14 }));
});
afterAll(() => rm(root, { recursive: true, force: true }));

async function call(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  const world = new FakeWorld();
  const code = await runCli(['device', ...argv], world);
  return { code, out: world.stdout.text, err: world.stderr.text };
}

async function json(...argv: string[]): Promise<Record<string, unknown>> {
  const { code, out, err } = await call(...argv, '--json');
  expect(code, err).toBe(0);
  return JSON.parse(out) as Record<string, unknown>;
}

const FAST = ['--before', '1ns', '--after', '1ns', '--step', '4ps', '--trials', '64'];
const PULSE = ['--device', 'S1', '--field', '10kA/m,0,0', '--voltage', '850mV', '--width', '1.4ns'];
const trajectory = (...more: string[]): string[] => [
  ...['trajectory', '--device', 'S1', '--waveform', path('pulse.json'), '--field', '1e4,0,0'],
  ...['--until', '2ns', '--every', '0.5ns', '--step', '2ps'],
  ...more,
];

describe('spindrift device', () => {
  it('without a command says what it has', async () => {
    const { code, out, err } = await call();
    expect([code, err]).toEqual([0, '']);
    for (const name of [
      'show',
      'trajectory',
      'switching',
      'map',
      'equilibrium',
      'loop',
      'vcma',
      'energy',
      'distribution',
    ])
      expect(out).toContain(`  ${name} `);
  });

  it('shows a set or a file', async () => {
    const shown = await json('show', 'S1', '--voltage', '500mV');
    expect(shown).toMatchObject({ parameters: { name: 'S1' }, pulse: { voltageV: 0.5, widthS: 1e-9 } });
    for (const key of ['derived', 'temperatures', 'warnings']) expect(shown[key], key).toBeDefined();
    expect(await json('show', path('mine.json'))).toMatchObject({ parameters: { vcmaCoefficient: 5e-14 } });
    const { out } = await call('show', 'S1');
    expect(out).toMatch(/thermal stability Δ: +19\.94/);
    expect(out).toMatch(/critical voltage: +841\.4/);
    expect(out).toMatch(/Kittel frequency: +1\.786/);
  });

  it('follows a trajectory as CSV, to the last digit', async () => {
    const { code, out, err } = await call(...trajectory());
    expect([code, err]).toEqual([0, '']);
    const [header, ...lines] = out.trim().split('\n');
    expect(header).toBe('t_s,voltage_V,mx,my,mz');
    expect(lines).toHaveLength(5);
    for (const line of lines) {
      const cells = line.split(',');
      expect(cells).toHaveLength(5);
      for (const cell of cells) expect(cell).toMatch(/^-?\d\.\d{12,}e[+-]\d+$/);
      expect(Math.hypot(...cells.slice(2).map(Number))).toBeCloseTo(1, 12);
    }
    expect(lines[2]!.split(',').slice(0, 2).map(Number)).toEqual([1e-9, 0.85]);
    const arrays = await json(...trajectory());
    expect((arrays['mz'] as number[]).map((z) => z.toExponential(16))).toEqual(lines.map((line) => line.split(',')[4]));
  });

  it('writes the CSV and the energy on request', async () => {
    const { out } = await call(...trajectory('--energy', '--out', path('t.csv')));
    expect(out).toContain('samples:');
    expect((await readFile(path('t.csv'), 'utf8')).split('\n')[0]).toBe('t_s,voltage_V,mx,my,mz,joule_J,temperature_K');
    expect(await call(...trajectory('--out', path('t.csv')))).toMatchObject({ code: 6 });
    expect(await call(...trajectory('--out', path('t.csv'), '--force'))).toMatchObject({ code: 0 });
  });

  it('repeats a noisy trajectory by its seed', async () => {
    const noisy = (seed: string): string[] => trajectory('--temperature', '300', '--seed', seed);
    const [first, again, other] = [await call(...noisy('3')), await call(...noisy('3')), await call(...noisy('4'))];
    expect(again.out).toBe(first.out);
    expect(other.out).not.toBe(first.out);
  });

  it('estimates a switching probability by pulse or by waveform', async () => {
    const found = await json('switching', ...PULSE, ...FAST, '--seed', '2');
    expect(found).toMatchObject({ trials: 64, start: 'up', voltage: 0.85, width: 1.4e-9 });
    const [low, high] = found['ci95'] as [number, number];
    expect(found['p']).toBe((found['switched'] as number) / 64);
    expect(low).toBeLessThanOrEqual(found['p'] as number);
    expect(high).toBeGreaterThanOrEqual(found['p'] as number);
    expect(await json('switching', ...PULSE, ...FAST, '--seed', '2')).toEqual(found);
    const shaped = await json('switching', ...PULSE.slice(0, 4), '--waveform', path('pulse.json'), ...FAST);
    expect(shaped['p']).toBeGreaterThan(0.9);
    const down = await json('switching', ...PULSE, ...FAST, '--start', 'down');
    expect(down['p']).toBeGreaterThan(0.9);
  });

  it('maps it over voltage and width, and draws it', async () => {
    const map = [
      'map',
      '--device',
      'S1',
      '--field',
      '10kA/m,0,0',
      '--voltage',
      '0:0.85:2',
      '--width',
      '0:1.4ns:3',
      ...FAST,
    ];
    const found = await json(...map, '--plot', path('map.svg'), '--csv', path('map.csv'));
    const points = found['points'] as { voltage: number; width: number; p: number; ci95: number[] }[];
    expect(points.map(({ voltage, width }) => [voltage, width])).toEqual([
      [0, 0],
      [0, 0.7e-9],
      [0, 1.4e-9],
      [0.85, 0],
      [0.85, 0.7e-9],
      [0.85, 1.4e-9],
    ]);
    expect(points[2]!.p).toBeLessThan(0.1);
    expect(points[5]!.p).toBeGreaterThan(0.9);
    expect(await readFile(path('map.svg'), 'utf8')).toContain('95 %');
    expect((await readFile(path('map.csv'), 'utf8')).trim().split('\n')).toHaveLength(7);
    expect(await call(...map, '--plot', path('map.svg'))).toMatchObject({
      code: 6,
      err: expect.stringMatching(/exists already.*--plot.*--force/) as string,
    });
  });

  it('holds the kernel to its equilibrium', async () => {
    const found = await json('equilibrium', '--delta', '2', '--samples', '12800');
    expect(found['exact']).toBeCloseTo(0.531265, 6);
    // Four standard errors: one false alarm in 16,000 seeds; the seed is fixed.
    expect(Math.abs((found['mz2'] as number) - 0.531265)).toBeLessThan(4 * (found['stderr'] as number));
  });

  it('sweeps loops and fits the VCMA coefficient of a new device', async () => {
    const sweep = [
      '--device',
      path('mine.json'),
      '--temperature',
      '0',
      '--fields',
      '-80kA/m:80kA/m:81',
      '--step',
      '5ps',
    ];
    const { loops } = (await json('loop', ...sweep, '--voltage', '0,0.4', '--plot', path('loop.svg'))) as {
      loops: {
        voltage: number;
        resistanceUp: number[];
        resistanceDown: number[];
        switchingFields: { up: { n: number } };
      }[];
    };
    expect(loops.map(({ voltage }) => voltage)).toEqual([0, 0.4]);
    expect(loops[0]!.resistanceUp).toHaveLength(81);
    expect(loops[0]!.resistanceUp[0]! / loops[0]!.resistanceUp[80]!).toBeCloseTo(2.2, 3);
    expect(loops[1]!.switchingFields.up.n).toBe(1);
    const fit = await json('vcma', ...sweep, '--plot', path('fit.svg'));
    expect(fit['trueXi']).toBe(5e-14);
    expect(Math.abs((fit['xi'] as number) - 5e-14)).toBeLessThan(3 * (fit['standardError'] as number));
    expect(await readFile(path('fit.svg'), 'utf8')).toContain('R–H loops');
    expect(await call('vcma', ...sweep, '--voltage', '0.1')).toMatchObject({
      code: 5,
      err: expect.stringContaining('two voltages or more, 1 can be used') as string,
    });
  });

  it('gives the energy of pulses as modelled, between its bounds', async () => {
    const found = await json(
      ...['energy', ...PULSE.slice(0, 6), '--width', '0.5ns,1ns', '--before', '1ns', '--step', '4ps'],
      ...['--trials', '64', '--plot', path('e.png')],
    );
    expect(found).toMatchObject({ scope: 'device', kind: 'modelled' });
    for (const { joule, jouleParallel, jouleAntiparallel, charge } of found['points'] as Record<string, number>[]) {
      expect(joule).toBeLessThan(jouleParallel!);
      expect(joule).toBeGreaterThan(jouleAntiparallel!);
      expect(charge! / (46.36e-18 * 0.85 ** 2)).toBeCloseTo(1, 3);
    }
    expect([...(await readFile(path('e.png'))).subarray(1, 4)]).toEqual([...Buffer.from('PNG')]);
  });

  it('summarises the cells of a board', async () => {
    const board = ['--scenario', 'broken', '--seed', '5', '--rows', '32', '--cols', '32'];
    for (const [quantity, unit] of [
      ['resistance', 'Ω'],
      ['tmr', ''],
      ['hk', 'A/m'],
      ['delta', ''],
      ['vc', 'V'],
    ] as const) {
      const found = await json('distribution', ...board, '--quantity', quantity);
      expect(found['unit']).toBe(unit);
      expect((found['n'] as number) + (found['missing'] as number)).toBe(1024);
      expect(found['missing']).toBeGreaterThan(0);
      expect(Math.abs((found['mean'] as number) / (found['nominal'] as number) - 1)).toBeLessThan(0.1);
    }
    expect(await call('distribution', '--scenario', 'perfect')).toMatchObject({ code: 2 });
  });
});
