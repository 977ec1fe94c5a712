import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSimulatedBoard, serveTcp } from '../../board-sim/index.js';
import { CLI, spindrift } from './spindrift-command.js';

let root: string;
beforeAll(async () => {
  expect(existsSync(CLI), 'npm run build comes first').toBe(true);
  root = await mkdtemp(join(tmpdir(), 'spindrift-cli-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

const json = async (...args: string[]): Promise<Record<string, unknown>> => {
  const { code, stdout, stderr } = await spindrift([...args, '--json'], { cwd: root });
  expect(code, stderr).toBe(0);
  return JSON.parse(stdout) as Record<string, unknown>;
};

describe('spindrift', () => {
  it('answers --help without loading what only commands need', async () => {
    const preload = fileURLToPath(new URL('./harness/log-imports.mjs', import.meta.url));
    const { code, stdout, stderr } = await spindrift(['--help'], { node: ['--import', preload] });
    expect(code).toBe(0);
    expect(stdout).toContain('Usage: spindrift');
    const loaded = [...stderr.matchAll(/^loads (\S+)$/gm)].map((match) => match[1]!);
    expect(loaded.some((url) => url.endsWith('/cli/program.js'))).toBe(true);
    expect(
      loaded.filter((url) =>
        /node_modules\/(?!commander\/)|\/(board-sim|proto)\/|lab\/(diffusion|experiments|report|energy)\//.test(url),
      ),
    ).toEqual([]);
  });

  it('lists simulated boards that can be opened', async () => {
    const { boards } = (await json('boards')) as { boards: { uri: string; kind: string; serial: string }[] };
    expect(boards.filter(({ kind }) => kind === 'simulated').map(({ uri }) => uri)).toEqual(
      expect.arrayContaining(['sim:typical', 'sim:ideal', 'sim:aged', 'sim:broken', 'sim:paper']),
    );
    expect(boards[0]?.kind).toBe('simulated');
  });

  it('says what a board is, and that a simulated one is no source of entropy', async () => {
    const board = await json('info', '--board', 'sim:ideal?seed=3&rows=16&cols=8');
    expect(board).toMatchObject({ kind: 'simulated', protocol: { major: 1 }, geometry: { rows: 16, cols: 8 } });
    for (const key of ['serial', 'bootId', 'firmware', 'features', 'limits']) expect(board[key], key).toBeDefined();
    const { stdout } = await spindrift(['info', '--board', 'sim:ideal?rows=8&cols=8']);
    expect(stdout).toContain('pseudo-random: not entropy');
  });

  it('runs an experiment, then lists and shows its run', async () => {
    const out = join(root, 'store', 'map');
    const ran = await json(
      'run',
      'resistance-map',
      '--board',
      'sim:ideal?rows=8&cols=8',
      '--read-voltage',
      '120mV',
      '--out',
      out,
    );
    expect(ran).toMatchObject({ run: out, status: 'finished', results: { cells: 64 } });
    expect(Object.keys(ran['energy'] as object)).toEqual(expect.arrayContaining(['device', 'array', 'board', 'host']));
    const { runs } = (await json('runs', '--dir', join(root, 'store'))) as { runs: { dir: string; state: string }[] };
    expect(runs).toMatchObject([{ dir: out, state: 'finished' }]);
    const shown = await json('show', 'map', '--dir', join(root, 'store'));
    expect(shown).toMatchObject({ run: out, status: 'finished', params: { readVoltage: 0.12 }, damagedLines: 0 });
  });

  it('lists experiments with units, defaults and ranges', async () => {
    const { experiments } = (await json('experiments')) as { experiments: { id: string; params: unknown[] }[] };
    expect(experiments.map(({ id }) => id)).toEqual(expect.arrayContaining(['generate', 'resistance-map']));
    expect(experiments.find(({ id }) => id === 'resistance-map')?.params).toContainEqual(
      expect.objectContaining({ name: 'readVoltage', unit: 'V', default: 0.1, min: 0.01, max: 0.3 }),
    );
  });
});

describe('bad input', () => {
  let file: string;
  beforeAll(async () => {
    file = join(root, 'a-file');
    await writeFile(file, 'hello');
    await mkdir(join(root, 'full'));
    await writeFile(join(root, 'full', 'precious'), 'x');
    const model = fileURLToPath(new URL('../../models/mnist-mixer.spm', import.meta.url));
    const bytes = await readFile(model);
    await writeFile(join(root, 'cut.spm'), bytes.subarray(0, bytes.length >> 1));
    bytes[bytes.length - 1]! ^= 1;
    await writeFile(join(root, 'damaged.spm'), bytes);
  });

  const map = ['run', 'resistance-map', '--board', 'sim:ideal?rows=8&cols=8'];
  const cases: [what: string, args: () => string[], code: number, line: RegExp][] = [
    [
      'an unknown scenario',
      () => ['info', '--board', 'sim:nosuch'],
      3,
      /unknown scenario "nosuch"; allowed are typical.*spindrift boards/,
    ],
    [
      'an unknown kind of board',
      () => ['info', '--board', 'telepathy:7'],
      3,
      /unknown kind of board.*spindrift boards/,
    ],
    [
      'a board that is not there',
      () => ['info', '--board', 'tcp://127.0.0.1:9'],
      3,
      /no board answers at tcp:\/\/127\.0\.0\.1:9.*[Cc]heck/,
    ],
    ['a run that is not there', () => ['info', '--board', 'replay:run'], 6, /no run run/],
    [
      'a firmware that is not there',
      () => ['info', '--board', 'emu:?image=nowhere.uf2'],
      3,
      /firmware nowhere\.uf2 cannot be read.*npm run firmware/s,
    ],
    [
      'a size that no board has',
      () => ['info', '--board', 'sim:typical?rows=0'],
      2,
      /rows must be a whole number from 1 to 256, got "0"/,
    ],
    ['an unknown experiment', () => ['run', 'nosuch'], 2, /no experiment "nosuch".*Choose one of: .*generate/],
    [
      'an unknown parameter',
      () => [...map, '--colour', 'red'],
      2,
      /unknown option '--colour'.*spindrift run resistance-map --help/,
    ],
    [
      'a parameter out of its range',
      () => [...map, '--read-voltage', '1V'],
      2,
      /readVoltage must be .* from 10\u00a0mV to 300\u00a0mV/,
    ],
    ['a parameter of another unit', () => [...map, '--read-voltage', '1ns'], 2, /readVoltage must be .*"1ns"/],
    [
      'a parameter beyond a limit of the device',
      () => [...map, '--tile', '3', '--out', join(root, 'limit')],
      2,
      /beyond a limit of the board: tile = 3: allowed is 0 to 0/,
    ],
    ['no images', () => ['generate', '--images', '0'], 2, /whole number from 1/],
    ['digits that are none', () => ['generate', '--digits', 'a-z'], 2, /digits from 0 to 9/],
    [
      'a run folder below a file',
      () => [...map, '--out', join(file, 'run')],
      6,
      /a part of the path is a file.*Choose/,
    ],
    [
      'a run folder where nothing can be stored',
      () => [...map, '--out', '/proc/spindrift/run'],
      6,
      /cannot make the folder \/proc\/spindrift.*Choose a folder/,
    ],
    [
      'a run folder that holds something else',
      () => [...map, '--out', join(root, 'full'), '--force'],
      6,
      /holds no run, so nothing in it is deleted.*Choose/,
    ],
    [
      'a model that is not there',
      () => ['generate', '--model', join(root, 'none.spm')],
      6,
      /cannot read .*none\.spm.*[Cc]heck the path/,
    ],
    [
      'a model that is none',
      () => ['generate', '--model', file],
      6,
      /a-file is not a Spindrift model file.*Give a file/,
    ],
    [
      'a model that is cut',
      () => ['generate', '--model', join(root, 'cut.spm')],
      6,
      /cut\.spm holds .* its header says/,
    ],
    ['a model that is damaged', () => ['generate', '--model', join(root, 'damaged.spm')], 6, /checksum does not match/],
    [
      'a model of another kind',
      () => ['generate', '--model', fileURLToPath(new URL('../../models/mnist-judge.spm', import.meta.url))],
      6,
      /is no denoiser/,
    ],
    ['a run that is not there', () => ['show', 'nothing'], 6, /no run nothing.*spindrift runs/],
    ['a folder to recover that holds no run', () => ['recover', join(root, 'full')], 6, /holds no run/],
    [
      'a model file that cannot be written',
      () => ['train', '--out', '/proc/model.spm'],
      6,
      /cannot write \/proc\/model\.spm/,
    ],
    ['a model file that exists', () => ['train', '--out', file], 6, /exists already.*--force/],
  ];
  for (const [what, args, code, line] of cases) {
    it(`${what}: exit code ${code} and a line with cause and remedy`, async () => {
      const ended = await spindrift(args(), { cwd: root });
      expect(ended.code, ended.stderr).toBe(code);
      expect(ended.stdout).toBe('');
      const errors = ended.stderr.split('\n').filter((text) => text.startsWith('error: '));
      expect(errors).toHaveLength(1);
      expect(errors[0]).toMatch(line);
    });
  }

  it('loses nothing of what was there', async () => {
    expect(await readFile(join(root, 'full', 'precious'), 'utf8')).toBe('x');
    expect(await readFile(file, 'utf8')).toBe('hello');
    expect((await readdir(root)).sort()).toEqual(['a-file', 'cut.spm', 'damaged.spm', 'full', 'limit', 'store']);
  });

  it('is one JSON document with --json', async () => {
    const { code, stdout } = await spindrift(['info', '--board', 'sim:nosuch', '--json']);
    expect(code).toBe(3);
    expect(JSON.parse(stdout)).toMatchObject({
      error: { exitCode: 3, code: 'BOARD_NOT_FOUND', nextStep: expect.any(String) as string },
    });
  });

  it('shows the stack with --verbose only', async () => {
    expect((await spindrift(['info', '--board', 'sim:nosuch', '--verbose'])).stderr).toMatch(/\n {4}at /);
    expect((await spindrift(['info', '--board', 'sim:nosuch'])).stderr).not.toMatch(/\n {4}at /);
  });
});

describe('a run that does not come to its end', () => {
  it('ends with 4 when the board goes, with everything stored until then', async () => {
    const served = await serveTcp(createSimulatedBoard({ scenario: 'ideal', seed: 7, rows: 128, cols: 128 }), {
      port: 0,
    });
    const out = join(root, 'lost');
    const ended = await spindrift(
      ['run', 'resistance-map', '--averages', '1000', '--board', served.uri, '--out', out, '--json'],
      {
        react: (stderr) => void (/\d+\/128 rows/.test(stderr) && served.close()),
      },
    );
    expect(ended.code, ended.stderr).toBe(4);
    expect(JSON.parse(ended.stdout)).toMatchObject({
      error: { code: 'BOARD_LOST', exitCode: 4, details: { run: out } },
    });
    expect(await json('show', out)).toMatchObject({ status: 'failed', damagedLines: 0 });
  });

  it('ends at once at the second Ctrl-C, and can be recovered', async () => {
    const out = join(root, 'killed');
    let sent = 0;
    const ended = await spindrift(['generate', '--images', '2', '--steps', '1000', '--out', out], {
      react: (stderr, kill) => {
        if (sent === 0 && stderr.includes('image steps')) sent = Number(kill('SIGINT'));
        if (sent === 1 && stderr.includes('stopping:')) sent = 1 + Number(kill('SIGINT'));
      },
    });
    expect(ended.code, ended.stderr).toBe(130);
    expect(await json('recover', out)).toMatchObject({ dir: out, damagedLines: 0 });
    expect(['interrupted', 'aborted']).toContain((await json('show', out))['status']);
  });
});
