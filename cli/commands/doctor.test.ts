import { afterEach, beforeEach, expect, it } from 'vitest';
import { VirtualClock } from '../../base/index.js';
import { UDEV_RULE, UDEV_RULE_PATH } from '../../firmware-host/host/transport/usb/udev-rule.js';
import { Console } from '../console.js';
import { FakeMachine } from '../../lab/doctor/testing/fake-machine.js';
import { runCli } from '../run-cli.js';
import { FakeWorld } from '../testing/fake-world.js';
import { doctorOf, type DoctorFlags } from './doctor.js';

let machine: FakeMachine;
beforeEach(() => {
  machine = new FakeMachine();
});
afterEach(() => {
  machine.dispose();
});

async function call(flags: DoctorFlags, json: boolean): Promise<{ code: number; out: string }> {
  const world = new FakeWorld();
  const out = new Console(world, { json, verbose: false });
  const context = {
    out,
    clock: new VirtualClock(),
    signal: new AbortController().signal,
    board: 'sim:',
    argv: [],
    takeOverSignals: () => world.signals,
  };
  return { code: await doctorOf(machine, context, flags), out: world.stdout.text };
}

it('ends with 0 where things are only missing, and lists them with remedies', async () => {
  const { code, out } = await call({}, false);
  expect(code).toBe(0);
  expect(out).toMatch(/^ok {4}node +Node 20\.20\.0$/m);
  expect(out).toMatch(
    /^note {2}udev-rule +no udev rule names the board.*\n +→ install it: spindrift doctor --udev-rule/m,
  );
  expect(out).toMatch(/Nothing keeps the program or an attached board from working; \d things to know\./);
});

it('ends with 5 where an attached board does not work', async () => {
  machine.plug('1-4', { mode: { mode: 0o664, uid: 0, gid: 0 } });
  const { code, out } = await call({}, false);
  expect(code).toBe(5);
  expect(out).toMatch(/^FAIL {2}board-access:1-4 +alice may not open/m);
  expect(out).toContain('1 thing keeps the program or an attached board from working.');
});

it('says the same as JSON', async () => {
  machine.write(UDEV_RULE_PATH, UDEV_RULE).plug('1-4');
  const { code, out } = await call({}, true);
  const result = JSON.parse(out) as { ok: boolean; platform: string; checks: unknown[] };
  expect([code, result.ok, result.platform]).toEqual([0, true, 'linux']);
  for (const check of result.checks)
    expect(Object.keys(check as object).sort()).toEqual(['blocks', 'detail', 'id', 'ok', 'remedy']);
});

it('prints the rule alone', async () => {
  expect(await call({ udevRule: true }, false)).toEqual({ code: 0, out: UDEV_RULE });
  const world = new FakeWorld();
  expect(await runCli(['doctor', '--udev-rule'], world)).toBe(0);
  expect([world.stdout.text, world.stderr.text]).toEqual([UDEV_RULE, '']);
});

it('looks at this machine without tripping over it', async () => {
  const world = new FakeWorld();
  const code = await runCli(['doctor', '--json'], world);
  const { checks } = JSON.parse(world.stdout.text) as { checks: { id: string; detail: string }[] };
  expect([0, 5]).toContain(code);
  expect(checks.find(({ id }) => id === 'node')?.detail).toContain(process.versions.node);
  expect(checks.filter(({ detail }) => detail.startsWith('could not be looked at'))).toEqual([]);
});
