// What a page gets that imports `spindrift/web`: nothing of Node, no board but real ones, and not too much.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundle, type Bundle } from './harness/bundle.js';

/** Below the root, so that the package finds itself by its name. */
const folder = mkdtempSync(fileURLToPath(new URL('../../dist/web-bundle-', import.meta.url)));
afterAll(() => rmSync(folder, { recursive: true }));

async function bundled(text: string): Promise<Bundle> {
  const entry = join(folder, 'entry.js');
  writeFileSync(entry, text);
  return bundle(entry);
}

describe('spindrift/web, bundled for a page', () => {
  let all: Bundle;
  beforeAll(async () => {
    all = await bundled(`export * from 'spindrift/web';`);
  });

  it('has nothing of Node in it, and nothing left out', () => {
    expect(all.complaints).toEqual([]);
    expect(all.imports).toEqual([]);
    expect(all.code).not.toMatch(/node:|__vite-browser-external|\brequire\s*\(\s*["'`]/);
    expect(
      all.modules.filter((id) => /browser-external|^node:|\/node_modules\/(?!(protobufjs|long)\/)/.test(id)),
    ).toEqual([]);
  });

  it('has the client and the protocol, and no simulator', () => {
    const own = all.modules.filter((id) => id.startsWith('dist/') && !id.endsWith('/entry.js'));
    expect([...new Set(own.map((id) => id.split('/')[1]))].sort()).toEqual(['base', 'firmware-host', 'proto']);
    expect(own.filter((id) => /libusb|socket|worker|in-process/.test(id))).toEqual([]);
  });

  it('makes no code at run time, which a strict page forbids', () => {
    expect(all.code).not.toMatch(/\beval\s*\(|new Function\b|\bFunction\s*\(/);
  });

  it('keeps the names of its errors, though it shortens those of classes', async () => {
    const url = `data:text/javascript;base64,${Buffer.from(all.code).toString('base64')}`;
    const exported = Object.entries((await import(url)) as Record<string, unknown>);
    const named = exported.flatMap(([name, value]) => {
      if (typeof value !== 'function' || !(value.prototype instanceof Error) || name === 'UsbFailure') return [];
      const error = Reflect.construct(value, ['what happened']) as Error;
      return [[name, error.name]];
    });
    expect(named.length).toBeGreaterThan(15);
    expect(named.filter(([name, found]) => name !== found)).toEqual([]);
  });

  it('stays below its size', () => {
    const kib = (bytes: number): number => Math.ceil(bytes / 1024);
    const [plain, packed] = [kib(Buffer.byteLength(all.code)), kib(gzipSync(all.code).length)];
    console.log(`spindrift/web: ${plain} KiB minified, ${packed} KiB gzipped`);
    expect(plain).toBeLessThan(400);
    expect(packed).toBeLessThan(80);
  });
});
