import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FuseV1Options } from '@electron/fuses';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const fromBuilder = createRequire(createRequire(import.meta.url).resolve('electron-builder/package.json'));

interface BuilderFile {
  readonly electronVersion: string;
  readonly electronFuses: Readonly<Record<string, boolean>> | null;
  readonly asar: unknown;
  readonly asarUnpack: readonly string[];
  readonly npmRebuild: boolean;
  readonly publish: unknown;
  readonly fileAssociations: readonly { readonly ext: string }[];
  readonly linux: { readonly target: readonly string[] };
  readonly mac: { readonly target: readonly string[] };
  readonly win: { readonly target: readonly string[] };
  readonly deb: { readonly fpm: readonly string[] };
}

// Paths inside the package: it offers no other way to have a file judged without packing.
const { getConfig, validateConfiguration } = fromBuilder('app-builder-lib/out/util/config/config.js') as {
  getConfig: (folder: string, file: string, request: null) => Promise<BuilderFile>;
  validateConfiguration: (config: unknown, logger: unknown) => Promise<void>;
};
const { DebugLogger } = fromBuilder('builder-util') as { DebugLogger: new (on: boolean) => unknown };
const read = (file: string): Promise<BuilderFile> => getConfig(root, file, null);

describe('electron-builder.yml', () => {
  it('fits the schema, and so does the one for packing offline', async () => {
    for (const file of ['electron-builder.yml', 'electron-builder.offline.yml'])
      await validateConfiguration(await read(file), new DebugLogger(false));
    const wrong = { ...(await read('electron-builder.yml')), unheardOf: true };
    await expect(validateConfiguration(wrong, new DebugLogger(false))).rejects.toThrow('unheardOf');
  });

  it('sets every fuse that there is and that matters, on the safe side', async () => {
    const { electronFuses } = await read('electron-builder.yml');
    expect(electronFuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      grantFileProtocolExtraPrivileges: false,
    });
    const named = Object.keys(electronFuses!).map((name) => name.toLowerCase());
    // A snapshot of one's own is not used.
    const known = Object.keys(FuseV1Options).filter(
      (name) => !/^\d+$/.test(name) && name !== 'LoadBrowserProcessSpecificV8Snapshot',
    );
    expect(named.toSorted()).toEqual(known.map((name) => name.toLowerCase()).toSorted());
  });

  it('packs the installed version of Electron, compiles nothing, publishes nothing', async () => {
    const config = await read('electron-builder.yml');
    const { devDependencies, main } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      devDependencies: Record<string, string>;
      main: string;
    };
    expect(config.electronVersion).toBe(devDependencies['electron']);
    expect([config.asar, config.asarUnpack, config.npmRebuild, config.publish]).toEqual([
      true,
      ['**/*.node'],
      false,
      null,
    ]);
    expect(main).toBe('./dist/desktop/main/index.js');
    expect([config.linux.target, config.mac.target, config.win.target]).toEqual([
      ['AppImage', 'deb'],
      ['dmg'],
      ['nsis'],
    ]);
    expect(config.fileAssociations.map(({ ext }) => ext)).toEqual(['spin']);
  });

  it('brings the udev rule where a package may put it', async () => {
    const { deb } = await read('electron-builder.yml');
    expect(deb.fpm).toContain('firmware-host/host/udev/70-spindrift.rules=/usr/lib/udev/rules.d/70-spindrift.rules');
    expect(readFileSync(join(root, 'desktop/packaging/udev-reload.sh'), 'utf8')).toContain('udevadm control --reload');
  });
});
