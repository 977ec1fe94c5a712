import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileInside, pagePath } from './page-path.js';

describe('pagePath', () => {
  it.each([
    ['/', 'index.html'],
    ['/?token=abc', 'index.html'],
    ['/index.html', 'index.html'],
    ['/assets/index-B3x_9-a.js', 'assets/index-B3x_9-a.js'],
    ['/assets/a.js?v=/../x', 'assets/a.js'],
    ['/a/b/c.d.e.svg', 'a/b/c.d.e.svg'],
  ])('%s is %s', (target, file) => expect(pagePath(target)).toBe(file));

  it.each([
    '',
    'index.html',
    '//',
    '//index.html',
    '/.',
    '/..',
    '/../package.json',
    '/assets/../../package.json',
    '/assets/..',
    '/%2e%2e/package.json',
    '/..%2fpackage.json',
    '/%252e%252e/x',
    '/..%5cpackage.json',
    '/..\\package.json',
    '/assets//a.js',
    '/assets/',
    '/.env',
    '/assets/.git/config',
    '/a%00.js',
    '/a\0.js',
    '/C:/x',
    '/a b.js',
    '/ä.js',
    '/assets/%61.js',
    'http://evil.example/',
    '/a.js#x',
    '*',
    `/${'a'.repeat(2000)}`,
    '/~/x',
    '/a;b',
  ])('%j is none', (target) => expect(pagePath(target)).toBeUndefined());

  it('never leaves the folder, whatever it is asked', () => {
    const part = fc.constantFrom('..', '.', '%2e', '%2f', '/', '\\', 'a', 'assets', '.js', '%', '\0', '?', '#', ':');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const file = pagePath(`/${parts.join('')}`);
        if (file === undefined) return;
        expect(file.split('/').every((name) => /^[\w-][\w.-]*$/.test(name))).toBe(true);
      }),
      { seed: 21, numRuns: 5000 },
    );
  });
});

describe('fileInside', () => {
  let root: string;
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'spindrift-page-'));
    mkdirSync(join(root, 'page', 'assets'), { recursive: true });
    writeFileSync(join(root, 'secret.txt'), 'secret');
    writeFileSync(join(root, 'page', 'assets', 'a.js'), '1');
    symlinkSync(join(root, 'secret.txt'), join(root, 'page', 'leak.txt'));
    symlinkSync(root, join(root, 'page', 'up'));
    symlinkSync(join(root, 'page', 'assets', 'a.js'), join(root, 'page', 'fine.js'));
    symlinkSync(join(root, 'page'), join(root, 'link-to-page'));
    symlinkSync('loop', join(root, 'page', 'loop'));
  });
  afterAll(() => rmSync(root, { recursive: true }));

  it('follows links within the folder and none out of it', async () => {
    const page = join(root, 'page');
    expect(await fileInside(page, 'assets/a.js')).toMatch(/a\.js$/);
    expect(await fileInside(page, 'fine.js')).toMatch(/assets.a\.js$/);
    expect(await fileInside(join(root, 'link-to-page'), 'assets/a.js')).toMatch(/a\.js$/);
    for (const file of ['leak.txt', 'up/secret.txt', 'up', '../secret.txt', 'loop', 'absent.js', '.'])
      expect(await fileInside(page, file), file).toBeUndefined();
  });
});
