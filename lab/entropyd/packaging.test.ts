// What is installed beside the program: units, rules, manual pages.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { USB_PRODUCT_ID, USB_VENDOR_ID } from '../../proto/usb.js';
import { DEFAULT_CONFIG, DEFAULT_SOCKET } from './config/schema.js';
import { METRICS } from './metrics/metrics.js';
import { ACTIVATED_ROLES } from './serving/activation.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const units = join(root, 'lab/entropyd/systemd');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const hex = (value: number): string => value.toString(16).padStart(4, '0');
/** Whether a program of the system is there; its absence is told. */
function has(program: string, ...args: string[]): boolean {
  const there = spawnSync(program, args, { stdio: 'ignore' }).error === undefined;
  if (!there) console.warn(`skipped: ${program} is not installed`);
  return there;
}

describe('the systemd units', () => {
  it.skipIf(!has('systemd-analyze', '--version'))(
    'are what systemd-analyze verify wants, with no more exposure than they need',
    () => {
      const folder = mkdtempSync(join(tmpdir(), 'spindrift-units-'));
      try {
        for (const name of readdirSync(units)) copyFileSync(join(units, name), join(folder, name));
        // The command is somewhere else here.
        const service = join(folder, 'spindrift-entropyd.service');
        writeFileSync(service, readFileSync(service, 'utf8').replaceAll('/usr/bin/spindrift', process.execPath));
        const files = [service, join(folder, 'spindrift-entropyd.socket')];
        const verified = spawnSync('systemd-analyze', ['verify', '--man=no', ...files], { encoding: 'utf8' });
        expect([verified.stderr, verified.status]).toEqual(['', 0]);
        const limit = ['security', '--offline=yes', '--threshold=25', service];
        const security = spawnSync('systemd-analyze', limit, { encoding: 'utf8' });
        expect(security.status, security.stdout).toBe(0);
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  );

  it('agree with the program', () => {
    const socket = read('lab/entropyd/systemd/spindrift-entropyd.socket');
    expect(socket).toContain(`ListenStream=${DEFAULT_SOCKET}\n`);
    const name = /FileDescriptorName=(\w+)/.exec(socket)?.[1];
    expect(ACTIVATED_ROLES).toContain(name);
    const service = read('lab/entropyd/systemd/spindrift-entropyd.service');
    // A restart must not open a tap that health tests have closed for good.
    expect(service).toMatch(/^RestartPreventExitStatus=.*\b5\b/m);
    // Nor must a client, by way of the socket unit.
    expect(service).toMatch(
      /^ExecStopPost=\+.*EXIT_STATUS.* != 5 .*systemctl stop --no-block spindrift-entropyd\.socket/m,
    );
    // V8 compiles at run time.
    expect(service).not.toMatch(/^MemoryDenyWriteExecute=(yes|true)/m);
    expect(service).not.toMatch(/^PrivateDevices=(yes|true)/m);
    expect(service).toMatch(/^RestrictAddressFamilies=.*AF_NETLINK/m);
  });

  it('are started by the board of the protocol', () => {
    const rule = read('lab/entropyd/systemd/71-spindrift-entropyd.rules');
    expect(rule).toContain(`ATTR{idVendor}=="${hex(USB_VENDOR_ID)}", ATTR{idProduct}=="${hex(USB_PRODUCT_ID)}"`);
    expect(rule).toContain('TAG+="systemd"');
    const wanted = /SYSTEMD_WANTS}\+="([^"]+)"/.exec(rule)?.[1];
    expect(readdirSync(units)).toContain(wanted);
  });

  it('and the manual pages go with the package', () => {
    const { files } = JSON.parse(read('package.json')) as { files: string[] };
    expect(files).toEqual(expect.arrayContaining(['lab/entropyd/systemd', 'docs/man']));
  });
});

it('docs/entropyd.md lists every metric', () => {
  const text = read('docs/entropyd.md');
  for (const { name } of METRICS) expect(text, name).toMatch(new RegExp(`\`${name}[\`{]`));
});

describe('the manual pages', () => {
  const pages = ['docs/man/spindrift-entropyd.8', 'docs/man/spindrift-entropy.1'];

  it.skipIf(!has('groff', '--version'))('are clean roff', () => {
    for (const page of pages) {
      const { stderr, status } = spawnSync('groff', ['-man', '-ww', '-z', join(root, page)], { encoding: 'utf8' });
      expect([stderr, status], page).toEqual(['', 0]);
    }
  });

  it('tell every flag of the daemon, and its files', () => {
    const text = read(pages[0]!).replaceAll('\\-', '-');
    const program = read('cli/entropyd-program.ts');
    const flags = [...program.matchAll(/'(--[a-z-]+)[ ']/g)].map(([, flag]) => flag!);
    expect(flags.length).toBeGreaterThan(18);
    for (const flag of flags) expect(text, flag).toContain(flag);
    for (const path of [DEFAULT_CONFIG, DEFAULT_SOCKET]) expect(text).toContain(path);
  });
});
