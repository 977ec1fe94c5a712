// spindrift/web in a real Chromium, over the browser's own WebUSB and a real kernel's USB. Only the device is virtual.
import { existsSync } from 'node:fs';
import type * as Playwright from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { SimulatedUsbDevice, UsbIpServer, createSimulatedBoard } from '../../../board-sim/index.js';
import { InProcessTransport, openBoardOver } from '../../../firmware-host/host/index.js';
import {
  PAGE_CSP,
  PAGE_HTML,
  PAGE_ORIGIN,
  PRODUCT_CELLS,
  PRODUCT_INPUTS,
  PRODUCT_WINDOW,
  actionCall,
  pageScript,
  type ActionArguments,
  type ActionName,
  type ActionResult,
} from '../../e2e/harness/web-page.js';
import { GuestProgram } from '../guest-program.js';
import { Guest } from '../guest.js';
import type { Attached } from '../messages.js';
import { ownRig } from '../own-rig.js';
import { installProductRule, startUdevd, withoutUdevd } from '../udev.js';

const rig = ownRig();
/** An emulated processor takes minutes to start a browser. */
const LAUNCH_S = 500;
const ACTION_S = 150;
vi.setConfig({ testTimeout: 2 * ACTION_S * 1000 });
/** What an administrator writes so that a page need not ask: a list of boards cannot be clicked in here. */
const POLICY = '/etc/chromium/policies/managed/spindrift.json';
const ALLOWED = {
  WebUsbAllowDevicesForUrls: [{ devices: [{ vendor_id: 0x1209, product_id: 1 }], urls: [PAGE_ORIGIN] }],
};

const SERIAL = 'SIM-typical-9-16x16';
const simulated = (): ReturnType<typeof createSimulatedBoard> =>
  createSimulatedBoard({ scenario: 'typical', seed: 9, rows: 16, cols: 16, tiles: 1 });

/** The guest has the programs of this machine. Missing locally: skipped; in CI its absence is a failure. */
const CHROMIUM = '/usr/bin/chromium';
const missing = !existsSync(CHROMIUM) && process.env['CI'] === undefined;
if (missing) console.warn(`skipped: WebUSB over a kernel: no ${CHROMIUM}`);

describe.skipIf(rig === undefined || missing)('a board over WebUSB and a kernel', () => {
  let guest: Guest;
  let server: UsbIpServer;
  let program: GuestProgram;
  let attached: Attached;

  const attach = async (): Promise<void> => {
    const { address } = server;
    if (!('port' in address)) throw new Error('the server listens on no port');
    attached = await guest.attach(address);
  };

  beforeAll(async () => {
    guest = await Guest.open(rig!);
    // Tests before this one have left the rule behind.
    await withoutUdevd(guest);
    await startUdevd(guest);
    server = await UsbIpServer.start();
    server.add(new SimulatedUsbDevice(simulated()));
    await attach();
    await guest.write(POLICY, JSON.stringify(ALLOWED));
    program = new GuestProgram(guest);
    const script = await pageScript();
    const page = { executablePath: CHROMIUM, origin: PAGE_ORIGIN, html: PAGE_HTML, csp: PAGE_CSP, script };
    await program.run(
      async ({ load, kept }, { executablePath, origin, html, csp, script }) => {
        const { chromium } = (await load('playwright-core')) as typeof Playwright;
        const browser = await chromium.launch({
          executablePath,
          args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'],
          timeout: 0,
        });
        const opened = await (await browser.newContext()).newPage();
        opened.setDefaultTimeout(0);
        await opened.route('**', (route) =>
          route.request().url().endsWith('/page.js')
            ? route.fulfill({ contentType: 'text/javascript', body: script })
            : route.fulfill({ contentType: 'text/html', headers: { 'Content-Security-Policy': csp }, body: html }),
        );
        await opened.goto(origin);
        await opened.waitForSelector('html[data-ready=true]');
        kept.set('page', opened);
        kept.set('browser', browser);
      },
      page,
      LAUNCH_S,
    );
  }, LAUNCH_S * 1000);

  afterAll(async () => {
    program.process.kill();
    await guest.close();
    await server.close();
  });

  /** Calls an action of the page in the guest. */
  function act<K extends ActionName>(name: K, ...args: ActionArguments<K>): Promise<ActionResult<K>> {
    return program.run(
      ({ kept }, text) => (kept.get('page') as Playwright.Page).evaluate<ActionResult<K>>(text),
      actionCall(name, args),
      ACTION_S,
    );
  }

  it('is not opened without the rule of udev, and the error says so', async () => {
    expect(await act('tryOpen')).toMatch(/^BoardAccessError: .*Access denied.* \| .*udev/);
    await guest.detach(attached);
    await installProductRule(guest);
    await attach();
  });

  it('gives the page the bits and products that it gives in Node', async () => {
    expect(await act('reopen', SERIAL)).toBe(SERIAL);
    const direct = await openBoardOver(new InProcessTransport(simulated(), 'direct'), 'direct', { standIn: true });
    await direct.arm();
    const count = 400_000;
    const bits = await direct.openBits({ totalBits: count }).readBits(count);
    expect(await act('bits', count)).toBe(Buffer.from(bits).toString('hex'));
    await direct.programTile({ ...PRODUCT_WINDOW, cells: Uint8Array.from(PRODUCT_CELLS), verifyPasses: 8 });
    const inputs = Uint8Array.from(PRODUCT_INPUTS);
    const { results } = await direct.multiply({ ...PRODUCT_WINDOW, inputBits: 4, columnMode: 'single', inputs });
    expect(await act('product', PRODUCT_CELLS, PRODUCT_INPUTS)).toEqual([...results]);
    await direct.close();
  });

  it('is busy for a program while the page has it, and for the page while a program has it', async () => {
    const error = program.run(({ host }) => host.openBoard('usb:').then((board) => board.close()), undefined, ACTION_S);
    await expect(error).rejects.toMatchObject({ name: 'BoardBusyError' });
    await act('close');
    await program.run(
      async ({ host, kept }) => void kept.set('board', await host.openBoard('usb:')),
      undefined,
      ACTION_S,
    );
    expect(await act('tryOpen')).toMatch(/^BoardBusyError: /);
    await program.run(({ kept }) => (kept.get('board') as { close(): Promise<void> }).close(), undefined, ACTION_S);
    expect(await act('open')).toEqual({ kind: 'simulated', serial: SERIAL, uri: `usb:${SERIAL}` });
  });

  it('is lost when it is pulled in the middle of a stream, and taken again when it is back', async () => {
    await act('startStream');
    const end = act('readOnAndReopen', SERIAL);
    await guest.detach(attached);
    await attach();
    const { lost, bits } = await end;
    expect(lost).toMatchObject({ isLost: true, lost: ['BoardLostError'], connected: false });
    expect(lost.error).toContain('unplugged');
    expect(bits).toHaveLength(20);
    await act('close');
  });
});
