import { expect, it } from 'vitest';
import { VirtualClock } from '../../../base/index.js';
import { QuietLog, type LogLevel } from './quiet-log.js';

function logger(level: LogLevel = 'info', repeatS = 60) {
  const clock = new VirtualClock();
  const lines: Record<string, unknown>[] = [];
  const sink = { write: (line: string) => lines.push(JSON.parse(line) as Record<string, unknown>) };
  return { clock, lines, log: new QuietLog({ sink, clock, level, repeatS }) };
}

it('a message that comes a thousand times a minute is two lines', () => {
  const { clock, lines, log } = logger();
  for (let k = 0; k < 1000; k++) {
    log.log('warn', 'cannot open', { uri: 'usb:A' });
    clock.advance(0.05);
  }
  clock.advance(60);
  expect(lines.map(({ level, msg, uri, repeated, time }) => [level, msg, uri, repeated, time])).toEqual([
    ['warn', 'cannot open', 'usb:A', undefined, '2025-01-01T00:00:00.000Z'],
    ['warn', 'cannot open', 'usb:A', 999, '2025-01-01T00:01:00.000Z'],
  ]);
  expect(clock.pending).toBe(0);
});

it('other boards, levels and texts are other messages', () => {
  const { lines, log } = logger();
  log.log('warn', 'a', { uri: 'x' });
  log.log('warn', 'a', { uri: 'y' });
  log.log('error', 'a', { uri: 'x' });
  log.log('warn', 'b', { uri: 'x' });
  log.log('debug', 'c');
  expect(lines).toHaveLength(4);
});

it('what was counted is told at the end, and its memory is bounded', () => {
  const { clock, lines, log } = logger();
  for (let k = 0; k < 2000; k++) log.log('info', `message ${k}`);
  log.log('info', 'message 1999');
  expect(clock.pending).toBe(500);
  log.close();
  expect(lines).toHaveLength(2001);
  expect(lines.at(-1)).toMatchObject({ msg: 'message 1999', repeated: 1 });
  expect(clock.pending).toBe(0);
});

it('an answer is given each time that it is asked for', () => {
  const { lines, log } = logger();
  log.answer('statistics', { bytes: 1 });
  log.answer('statistics', { bytes: 2 });
  expect(lines.map(({ bytes }) => bytes)).toEqual([1, 2]);
});
