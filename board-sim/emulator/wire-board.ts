/** The chip on its board: every pin and bus of it joined to the models of the other chips. */
import { type BoardParts, DRIVEN_PINS, EXTERNAL_PULLS, GPIO, type Level } from '../parts/index.js';
import type { Machine } from './machine.js';

/** D0 to D7. */
const DATA = 0xff;

/**
 * Joins a machine to a board. What the chip drives reaches the parts at the edge's own time; what they drive reaches the chip at once.
 *
 * @param originNanos the board's time when the chip was powered, ns: a board outlives the machines of its power cycles and resets
 * @returns what takes the chip off its board: the parts forget a machine that has ended
 */
export function wireBoard(machine: Machine, parts: BoardParts, originNanos = 0): () => void {
  const { pins, spi, i2c } = machine;
  for (const name of DRIVEN_PINS) {
    const pin = GPIO[name];
    const pull = EXTERNAL_PULLS[name];
    if (pull !== undefined) pins.pull(pin, pull);
    pins.onChange(pin, ({ level }, nanos) => parts.setGpio(pin, level, originNanos + nanos));
  }
  const endData = parts.onData((driven, levels) => {
    pins.releaseBus(DATA & ~driven);
    pins.driveBus(driven, levels);
  });
  const interlock = (level: Level): void => pins.drive(GPIO.INTERLOCK, level);
  const endInterlock = parts.onPin('INTERLOCK', interlock);
  interlock(parts.level('INTERLOCK'));
  for (const bus of [0, 1] as const)
    spi[bus].attach((word, bits, nanos) => parts.spi(bus, word, bits, originNanos + nanos));
  const { i2c: chips } = parts;
  i2c[0].attach({
    start: (address, read, nanos) => chips.start(address, read, originNanos + nanos),
    write: (byte, nanos) => chips.write(byte, originNanos + nanos),
    read: (nanos) => chips.read(originNanos + nanos),
    stop: (nanos) => chips.stop(originNanos + nanos),
  });
  return () => {
    endData();
    endInterlock();
  };
}
