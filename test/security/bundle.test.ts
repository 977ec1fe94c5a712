// The built page: small enough to be there at once, and nothing in it that the content policy would refuse.
import { readFileSync, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { CONTENT_TYPES } from '../../desktop/server/page-headers.js';
import { pagePath } from '../../desktop/server/page-path.js';

const PAGE = fileURLToPath(new URL('../../dist/desktop/page', import.meta.url));
/** Scripts and styles together, compressed as gzip -9 does, bytes. */
const MOST_BYTES = 400_000;

const files = readdirSync(PAGE, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) =>
    join(entry.parentPath, entry.name)
      .slice(PAGE.length + 1)
      .replaceAll('\\', '/'),
  );
const html = readFileSync(join(PAGE, 'index.html'), 'utf8');

describe('the built page', () => {
  it(`has at most ${MOST_BYTES} bytes of scripts and styles, compressed`, () => {
    const bytes = files
      .filter((file) => /\.(?:js|css)$/.test(file))
      .map((file) => gzipSync(readFileSync(join(PAGE, file)), { level: 9 }).length);
    expect(bytes.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(MOST_BYTES);
  });

  it('has nothing inline and nothing from elsewhere', () => {
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)/i);
    expect(html).not.toMatch(/<style|\sstyle=|\son\w+=|javascript:/i);
    for (const [, address] of html.matchAll(/\s(?:src|href)="([^"]*)"/g)) expect(address).toMatch(/^\.\/[\w./-]+$/);
    for (const file of files.filter((name) => name.endsWith('.css')))
      expect(readFileSync(join(PAGE, file), 'utf8')).not.toMatch(/@import|url\((?!["']?(?:data:|\.{0,2}\/?[\w-]))/);
  });

  it('has a digest in the name of every asset, and only names and types that are served', () => {
    for (const file of files) {
      expect(pagePath(`/${file}`), file).toBe(file);
      expect(CONTENT_TYPES, file).toHaveProperty([extname(file)]);
      if (file.startsWith('assets/')) expect(file).toMatch(/-[\w-]{8}\.\w+$/);
    }
    // No sources, no maps of them.
    expect(files.filter((file) => /\.(?:map|tsx?)$/.test(file))).toEqual([]);
  });
});
