import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLI, spindrift } from './spindrift-command.js';

const EXAMPLES = fileURLToPath(new URL('../../examples/', import.meta.url));
let root: string;
beforeAll(async () => {
  expect(existsSync(CLI), 'npm run build comes first').toBe(true);
  root = await mkdtemp(join(tmpdir(), 'spindrift-device-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

const device = (...args: string[]) => spindrift(['device', ...args], { cwd: root });
const QUICK = ['--before', '2ns', '--step', '2ps', '--trials', '600', '--json'];

describe('spindrift device', () => {
  it.each([
    ['switching', ['--voltage', '0.85', '--width', '1ns', '--after', '2ns', ...QUICK]],
    ['map', ['--voltage', '0.7:1:2', '--width', '0.5ns,1ns', '--after', '2ns', ...QUICK]],
    ['energy', ['--voltage', '0.85', '--width', '0.5ns,1ns', ...QUICK]],
    ['loop', ['--voltage', '0,0.3', '--spins', '100', '--dwell', '0.3ns', '--step', '3ps', '--json']],
    ['equilibrium', ['--delta', '8', '--samples', '40000', '--json']],
  ])('%s gives the same bytes with threads and without', async (command, args) => {
    const own = command === 'equilibrium' ? [] : ['--device', 'S1'];
    const [none, two] = [
      await device(command, ...own, ...args, '--workers', '0'),
      await device(command, ...own, ...args, '--workers', '2'),
    ];
    expect(none.code, none.stderr).toBe(0);
    expect(two.stdout).toBe(none.stdout);
  });

  it.each(['rectangle', 'trapezoid', 'rc', 'two-steps'])('follows examples/waveforms/%s.json', async (name) => {
    const waveform = join(EXAMPLES, 'waveforms', `${name}.json`);
    const { code, stdout, stderr } = await device(
      'trajectory',
      '--waveform',
      waveform,
      '--until',
      '5ns',
      '--every',
      '1ns',
    );
    expect(code, stderr).toBe(0);
    expect(stdout.split('\n').slice(0, 2)).toEqual([
      't_s,voltage_V,mx,my,mz',
      expect.stringMatching(/^0\.0000000000000000e\+0,0\.0000000000000000e\+0,/) as string,
    ]);
    expect(stdout.trim().split('\n')).toHaveLength(7);
  });

  it('draws a trajectory as a PNG', async () => {
    const waveform = join(EXAMPLES, 'waveforms', 'rectangle.json');
    const args = ['trajectory', '--waveform', waveform, '--until', '5ns', '--plot', 'path.png', '--out', 'path.csv'];
    const { code, stderr } = await device(...args);
    expect(code, stderr).toBe(0);
    expect((await readFile(join(root, 'path.png'))).subarray(1, 4).toString()).toBe('PNG');
  });

  it('ends a long map at Ctrl-C with code 130, in time', async () => {
    const args = [
      'device',
      'map',
      '--voltage',
      '0.5:1.2:40',
      '--width',
      '0:10ns:40',
      '--trials',
      '1000000',
      '--verbose',
    ];
    let sent = false;
    const { code, stderr } = await spindrift(args, {
      cwd: root,
      // The first lines of progress say that the threads are at work.
      react: (text, kill) => {
        if (!sent && text.includes('blocks of trials')) sent = kill('SIGINT');
      },
    });
    expect(code).toBe(130);
    expect(stderr).toContain('error: interrupted');
  });
});
