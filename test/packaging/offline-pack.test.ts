import { execFileSync } from 'node:child_process';
import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { leftOut, packedPackages } = (await import(join(root, 'scripts/lib/third-party-licences.mjs'))) as {
  leftOut: RegExp;
  packedPackages: () => string[];
};
const packed = join(root, 'dist/packaging/offline/linux-unpacked');
const fromBuilder = createRequire(createRequire(import.meta.url).resolve('electron-builder/package.json'));
const linked = lstatSync(join(root, 'node_modules')).isSymbolicLink();
if (linked) console.log('skipped: node_modules is a link, through which electron-builder does not find everything');
else if (process.platform !== 'linux') console.log('skipped: the stub is one of Linux');

describe.skipIf(linked || process.platform !== 'linux')('what is packed', () => {
  let files: readonly string[] = [];

  beforeAll(() => {
    execFileSync(process.execPath, [join(root, 'scripts/dist.mjs'), '--offline', '--no-build'], {
      cwd: root,
      stdio: 'pipe',
    });
    const { listPackage } = createRequire(fromBuilder.resolve('app-builder-lib/package.json'))('@electron/asar') as {
      listPackage: (archive: string, options: { isPack: boolean }) => string[];
    };
    files = listPackage(join(packed, 'resources/app.asar'), { isPack: false });
  }, 300_000);

  it('is the whole program', () => {
    const wanted = [
      '/package.json',
      '/dist/desktop/main/index.js',
      '/dist/desktop/preload/index.cjs',
      '/dist/desktop/page/index.html',
      '/dist/desktop/backend/main.js',
      '/dist/desktop/backend/session/thread.js',
      '/dist/desktop/icons/256x256.png',
      '/dist/firmware-host/firmware/release/spindrift.uf2',
      '/dist/proto/gen/spindrift.js',
      '/models/mnist-mixer.spm',
      '/node_modules/usb/package.json',
    ];
    expect(wanted.filter((file) => !files.includes(file))).toEqual([]);
    const experiments = readdirSync(join(root, 'dist/lab/experiments')).filter((name) => name.endsWith('.js'));
    expect(experiments.length).toBeGreaterThan(5);
    expect(experiments.filter((name) => !files.includes(`/dist/lab/experiments/${name}`))).toEqual([]);
    const kernels = readdirSync(join(root, 'dist'), { recursive: true, encoding: 'utf8' }).filter((path) =>
      /(wasm|worker)[^/]*\.js$/.test(path),
    );
    expect(
      kernels.filter((path) => !/^(cli|test|examples|packaging)\//.test(path) && !files.includes(`/dist/${path}`)),
    ).toEqual([]);
  });

  it('has every package that it needs, and none that it must not have', () => {
    const missing = packedPackages().filter(
      (path: string) => existsSync(join(root, path)) && !files.includes(`/${path}/package.json`),
    );
    expect(missing).toEqual([]);
    const packages = files.flatMap(
      (file) => /^\/node_modules\/((?:@[^/]+\/)?[^/@]+)\/package\.json$/.exec(file)?.[1] ?? [],
    );
    expect(packages.filter((name) => leftOut.test(name))).toEqual([]);
    expect(packages).not.toContain('electron');
  });

  it('has no tests, no sources, no maps and no other program', () => {
    const ours = files.filter((file) => file.startsWith('/dist/'));
    expect(
      ours.filter((file) =>
        /\.(ts|tsx|map|tsbuildinfo)$|\.test\.|\/testing\/|^\/dist\/(cli|test|examples|packaging)\b/.test(file),
      ),
    ).toEqual([]);
    expect(files.filter((file) => /\.(md|map|cts|mts|gyp)$|\.test\.js$/.test(file))).toEqual([]);
    expect(files.filter((file) => /^\/(?!dist|models|node_modules|package\.json)/.test(file))).toEqual([]);
  });

  it('keeps native code outside the archive, where it can be loaded and exchanged', () => {
    const unpacked = readdirSync(join(packed, 'resources/app.asar.unpacked'), { recursive: true, encoding: 'utf8' });
    expect(unpacked.filter((path) => path.endsWith('.node')).length).toBeGreaterThan(0);
    expect(files.filter((file) => file.endsWith('.node') && !unpacked.includes(file.slice(1)))).toEqual([]);
    expect(files.filter((file) => /prebuilds\/(win32|darwin|android)/.test(file))).toEqual([]);
  });

  it('brings the udev rule and the licences of everything', () => {
    const resources = join(packed, 'resources');
    expect(readdirSync(join(resources, 'udev')).toSorted()).toEqual(['70-spindrift.hwdb', '70-spindrift.rules']);
    const licences = readFileSync(join(resources, 'licences/third-party-licences.txt'), 'utf8');
    for (const name of ['preact 11', 'usb 2.18.0', 'h5wasm', 'uplot', 'zod']) expect(licences).toContain(name);
    expect(readFileSync(join(resources, 'licences/LICENSE.txt'), 'utf8')).toContain('Apache License');
    const script = readFileSync(join(root, 'dist/packaging/after-install.tpl'), 'utf8');
    expect(script).toContain('chrome-sandbox');
    expect(script.trimEnd().endsWith('fi')).toBe(true);
    expect(script).toContain('udevadm trigger --subsystem-match=usb');
  });
});
