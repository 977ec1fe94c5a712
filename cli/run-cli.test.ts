import { describe, expect, it } from 'vitest';
import { runCli } from './run-cli.js';
import { digitList } from './options.js';
import { FakeWorld } from './testing/fake-world.js';

async function call(...argv: string[]): Promise<{ code: number; out: string; err: string; world: FakeWorld }> {
  const world = new FakeWorld();
  const code = await runCli(argv, world);
  return { code, out: world.stdout.text, err: world.stderr.text, world };
}

describe('the command line', () => {
  it('shows help without being asked for anything else', async () => {
    const { code, out, err } = await call();
    expect([code, err]).toEqual([0, '']);
    for (const name of ['boards', 'info', 'experiments', 'run', 'generate', 'runs', 'show', 'recover'])
      expect(out).toContain(`  ${name} `);
  });

  it('prints its version', async () => {
    expect(await call('--version')).toMatchObject({ code: 0, out: '1.2.3\n', err: '' });
  });

  it('shows the help of a command', async () => {
    expect((await call('generate', '--help')).out).toContain('--images <n>');
  });

  const mistakes: [string[], RegExp][] = [
    [['genrate'], /unknown command 'genrate'.*Did you mean generate\?.*See: spindrift --help/],
    [['generate', '--imges', '3'], /unknown option '--imges'.*Did you mean --images\?.*See: spindrift generate --help/],
    [['generate', '--images', '0'], /'--images <n>' argument '0' is invalid.*whole number from 1 to/],
    [['generate', '--images', '2.5'], /'2\.5' is invalid/],
    [['generate', '--steps', 'many'], /'many' is invalid/],
    [['generate', '--digits', '1,x'], /digits from 0 to 9/],
    [['show'], /missing required argument 'run'.*See: spindrift show --help/],
    [['boards', 'extra'], /too many arguments/],
  ];
  for (const [argv, line] of mistakes) {
    it(`answers ${argv.join(' ')} with one line and exit code 2`, async () => {
      const { code, out, err } = await call(...argv);
      expect(code).toBe(2);
      expect(out).toBe('');
      expect(err).toMatch(line);
      expect(err.trim().split('\n')).toHaveLength(1);
    });
  }

  it('reports a mistake as JSON when JSON is asked for', async () => {
    const { code, out } = await call('generate', '--images', '0', '--json');
    expect(code).toBe(2);
    expect(JSON.parse(out)).toMatchObject({
      error: { exitCode: 2, code: 'USAGE', nextStep: 'See: spindrift generate --help' },
    });
  });

  it('takes the options of every command before and after its name', async () => {
    for (const argv of [
      ['--json', 'runs', '--dir', '/nowhere'],
      ['runs', '--json', '--dir', '/nowhere'],
    ]) {
      expect(JSON.parse((await call(...argv)).out)).toEqual({ runs: [], problems: [] });
    }
  });

  it('stops watching signals when the command is done', async () => {
    expect((await call('runs', '--dir', '/nowhere')).world.watched).toBe(0);
  });
});

describe('digitList', () => {
  it('reads lists and ranges in order', () => {
    expect(digitList('0,3,7')).toEqual([0, 3, 7]);
    expect(digitList('5, 0-2')).toEqual([5, 0, 1, 2]);
  });

  it('refuses a range that runs backwards', () => expect(() => digitList('4-2')).toThrow(/backwards/));
});
