import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'proto/spindrift/v1');
const buf = join(dirname(createRequire(import.meta.url).resolve('@bufbuild/buf/package.json')), 'bin/buf');
const run = (...args: string[]): string => execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8' });

describe('the schema', () => {
  it('generates exactly the committed code and page', () => {
    expect(() => run('scripts/generate-proto.mjs', '--check')).not.toThrow();
  });
  it('passes lint and format, and breaks nothing since the last release', () => {
    expect(run(buf, 'lint')).toBe('');
    expect(run(buf, 'format', '-d', '--exit-code')).toBe('');
    expect(run(buf, 'breaking', '--against', 'proto/baseline.binpb')).toBe('');
  });
  it('bounds every string, bytes and repeated field for the microcontroller, and nothing that is not there', () => {
    const wanted: string[] = [];
    const given: string[] = [];
    for (const file of readdirSync(folder)) {
      const text = readFileSync(join(folder, file), 'utf8');
      if (file.endsWith('.options')) {
        for (const [, field, limit] of text.matchAll(
          /^(spindrift\.v1\.\S+) ((?:max_length|max_size|max_count):\d+)$/gm,
        ))
          given.push(`${file.replace('.options', '')} ${field as string} ${(limit as string).replace(/:.*/, '')}`);
        continue;
      }
      let message = '';
      for (const line of text.split('\n')) {
        message = /^message (\w+) \{/.exec(line)?.[1] ?? message;
        const field = /^ +(repeated )?(\w+) (\w+) = \d+;/.exec(line);
        if (!field) continue;
        const name = `${file.replace('.proto', '')} spindrift.v1.${message}.${field[3] as string}`;
        if (field[1]) wanted.push(`${name} max_count`);
        else if (field[2] === 'string') wanted.push(`${name} max_length`);
        else if (field[2] === 'bytes') wanted.push(`${name} max_size`);
      }
    }
    expect(given.sort()).toEqual(wanted.sort());
    expect(wanted.length).toBeGreaterThan(20);
  });
  it('has a comment on every message, enum, field and value', () => {
    const bare: string[] = [];
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.proto'))) {
      const lines = readFileSync(join(folder, file), 'utf8').split('\n');
      lines.forEach((line, k) => {
        if (/^(message|enum) |^ +(repeated )?[\w.]+( \w+)? = \d+;/.test(line) && !/^ *\/\//.test(lines[k - 1] ?? ''))
          bare.push(`${file}:${k + 1}`);
      });
    }
    expect(bare).toEqual([]);
  });
});
