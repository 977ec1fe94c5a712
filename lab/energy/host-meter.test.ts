import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { VirtualClock } from '../../base/index.js';
import { HostMeter } from './host-meter.js';
import { EnergyLedger } from './ledger.js';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'spindrift-powercap-'));
});
afterEach(() => rm(root, { recursive: true }));

async function domain(id: string, name: string, uj: number): Promise<string> {
  const path = join(root, id);
  await mkdir(path, { recursive: true });
  await writeFile(join(path, 'name'), `${name}\n`);
  await writeFile(join(path, 'max_energy_range_uj'), '262143328850\n');
  await writeFile(join(path, 'energy_uj'), `${uj}\n`);
  return join(path, 'energy_uj');
}

describe('HostMeter', () => {
  it('measures by the package counters, wraps undone, parts of a package left out', async () => {
    const counter = await domain('intel-rapl:0', 'package-0', 262_143_000_000);
    await domain('intel-rapl:0:0', 'core', 5);
    const clock = new VirtualClock();
    const ledger = new EnergyLedger();
    const meter = await HostMeter.start({ powercapRoot: root, clock, wattsPerCore: 10 });
    expect(meter.state.kind).toBe('measured');
    await writeFile(counter, '1671150');
    clock.advance(0.05);
    await meter.sample(ledger);
    expect(ledger.entries).toBe(0); // faster than 10 Hz
    clock.advance(0.05);
    await meter.sample(ledger, 'sampling');
    expect(ledger.total('host', 'measured').joules).toBeCloseTo(2, 9); // 328 850 µJ to the end of the range and 1 671 150 after it
    expect(ledger.total('host', 'estimated').joules).toBe(0);
  });

  it('estimates by processor seconds when the user gives a wattage, and says so', async () => {
    const clock = new VirtualClock();
    let cpu = 5;
    const ledger = new EnergyLedger();
    const meter = await HostMeter.start({ powercapRoot: root, clock, wattsPerCore: 12, cpuSeconds: () => cpu });
    expect(meter.state).toMatchObject({ kind: 'estimated' });
    expect(meter.state.detail).toContain('12 W as given');
    cpu = 7;
    await meter.sample(ledger, undefined, true);
    const total = ledger.total('host', 'estimated');
    expect(total.joules).toBe(24);
    expect(total.scaleSigma).toBeCloseTo(7.2, 12);
    expect(ledger.toJSON().host.estimated?.components['cpu time']?.formulas).toEqual(['host.cpu-time']);
  });

  it('is unavailable otherwise, with the reason, and posts nothing', async () => {
    const ledger = new EnergyLedger();
    const clock = new VirtualClock();
    const absent = await HostMeter.start({ powercapRoot: join(root, 'none'), clock });
    expect(absent.state).toMatchObject({ kind: 'unavailable' });
    expect(absent.state.detail).toContain('does not exist');
    const empty = await HostMeter.start({ powercapRoot: root, clock });
    expect(empty.state.detail).toContain('no processor energy counter');
    await mkdir(join(root, 'intel-rapl:0'));
    const unreadable = await HostMeter.start({ powercapRoot: root, clock });
    expect(unreadable.state.detail).toContain('root only');
    for (const meter of [absent, empty, unreadable]) await meter.sample(ledger, 'x', true);
    expect(ledger.entries).toBe(0);
  });

  it('refuses a wattage that cannot be', async () => {
    await expect(HostMeter.start({ wattsPerCore: -1 })).rejects.toThrow(
      'wattsPerCore must be a finite number from 0 to 1000, got -1',
    );
  });
});
