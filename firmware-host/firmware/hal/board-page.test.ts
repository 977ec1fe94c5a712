/** docs/board.md is wired from: what it says must be what the firmware and the models do. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../board-sim/board/limits.js';
import { EXTERNAL_PULLS, GPIO, SHUNT_OHM, MONITOR_ADDRESS, type PinName } from '../../../board-sim/parts/index.js';

const page = readFileSync(new URL('../../../docs/board.md', import.meta.url), 'utf8');
const header = readFileSync(new URL('./pins.h', import.meta.url), 'utf8');

/** Rows of the table below a heading, cell by cell. */
function rows(heading: string): string[][] {
  const section = page.split(`\n## ${heading}\n`)[1]!.split('\n## ')[0]!;
  return section
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
    .slice(1);
}

describe('docs/board.md', () => {
  const pins = rows('Pins').map(([gpio, name, , resistor]) => ({
    gpio: Number(gpio),
    name: name!,
    resistor: resistor!,
  }));

  it('lists every pin once, in order', () => {
    expect(pins.map(({ gpio }) => gpio)).toEqual(Array.from({ length: 30 }, (_, k) => k));
  });

  it('names the pins as the firmware does', () => {
    const named = [...header.matchAll(/PIN_(\w+) = (\d+)/g)].map(([, name, gpio]) => [name, Number(gpio)]);
    expect(named.length).toBeGreaterThan(20);
    for (const [name, gpio] of named) expect([pins[gpio as number]!.name, gpio]).toEqual([name, gpio]);
  });

  it('names the pins as the models do, with their resistors', () => {
    for (const [name, gpio] of Object.entries(GPIO)) {
      const pull = EXTERNAL_PULLS[name as PinName];
      const { name: said, resistor } = pins[gpio]!;
      expect(said).toBe(name);
      if (name !== 'INTERLOCK')
        expect([name, resistor]).toEqual([name, pull === undefined ? '–' : pull ? 'up' : 'down']);
    }
  });

  it('states the limits that are enforced', () => {
    const said = rows('Limits')
      .slice(0, 3)
      .map(([what, limit]) => ({
        widthPs: 1000 * Number(/(\d+) ns/.exec(what!)![1]),
        amplitudeUv: 1000 * Number(/(\d+) mV/.exec(limit!)![1]),
      }));
    expect(said).toEqual(LIMITS.staircase.map(({ widthPs, amplitudeUv }) => ({ widthPs, amplitudeUv })));
    expect(rows('Limits')[3]![1]).toBe(`${LIMITS.readUv.max / 1000} mV`);
  });

  it('states addresses and shunts of the monitors', () => {
    const said = rows('Power').map(([, address, shunt]) => {
      const [, value, milli] = /([\d.]+) (m?)Ω/.exec(shunt!)!;
      return [Number(address), Number(value) / (milli === 'm' ? 1000 : 1)];
    });
    expect(said.map(([address]) => address)).toEqual([...Object.values(MONITOR_ADDRESS)]);
    expect(said.map(([, ohm]) => ohm)).toEqual([...Object.values(SHUNT_OHM)]);
  });
});
