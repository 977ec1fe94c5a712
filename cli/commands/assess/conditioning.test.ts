import { expect, it } from 'vitest';
import { runCli } from '../../run-cli.js';
import { FakeWorld } from '../../testing/fake-world.js';

const SHA256 = ['--n-in', '512', '--n-out', '256', '--nw', '256'];

async function call(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  const world = new FakeWorld();
  const code = await runCli(['assess', 'conditioning', ...SHA256, ...argv], world);
  return { code, out: world.stdout.text, err: world.stderr.text };
}

it('prints what an output is worth, as a document and in words', async () => {
  const { code, out } = await call('--h-in', '320', '--json');
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ hOut: 256, fullEntropy: true, vetted: true, nIn: 512, hIn: 320 });
  expect((await call('--h-in', '300')).out).toContain('may not be claimed: it takes 256 + 64 = 320 bits');
});

it('says where ε is below what a number holds', async () => {
  const sizes = ['--n-in', '100000', '--n-out', '256', '--nw', '256', '--h-in', '100000'];
  const { out } = await call(...sizes);
  expect(out).toContain('ε is below 2^−1074');
  expect(out).not.toContain('Infinity');
  expect(JSON.parse((await call(...sizes, '--json')).out)).toMatchObject({
    minusLog2Epsilon: null,
    reasons: { minusLog2Epsilon: 'ε is below 2^−1074' },
  });
});

it('credits a function that is not vetted by its assessed output', async () => {
  const { out } = await call('--h-in', '320', '--vetted', 'false', '--h-prime', '0.5', '--json');
  expect(JSON.parse(out)).toMatchObject({ hOut: 128, fullEntropy: false, vetted: false });
});

it('calls wrong use and wrong values exit code 2', async () => {
  expect(await call('--h-in', '600')).toMatchObject({
    code: 2,
    err: expect.stringContaining('from 0 to 512') as string,
  });
  expect((await call('--h-in', '0')).err).toContain('a number above 0, up to 4294967296');
  expect((await call('--h-in', '320', '--vetted', 'false')).code).toBe(2);
  expect((await call('--h-in', '320', '--h-prime', '0.5')).code).toBe(2);
});
