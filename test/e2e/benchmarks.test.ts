import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

it('the built benchmarks load, each with an id of its own', () => {
  const main = fileURLToPath(new URL('../../dist/test/bench/main.js', import.meta.url));
  const lines = execFileSync(process.execPath, [main, '--list'], { encoding: 'utf8' }).trim().split('\n');
  const ids = lines.map((line) => line.split(' ')[0]);
  expect(ids).toContain('desktop.start');
  expect(new Set(ids).size).toBe(ids.length);
});
