import { checkNumber } from './check.js';
import { formatSi, NO_BREAK_SPACE } from './si.js';

/** A span of time for people: `850.0 ms`, `12.3 s`, `1 min 12 s`, `2 h 05 min`, `3 d 4 h`. */
export function formatDuration(seconds: number): string {
  checkNumber('seconds', seconds, { min: 0 });
  if (seconds < 0.9995) return formatSi(seconds, 's', 3);
  if (seconds < 59.95) return `${seconds.toFixed(1)}${NO_BREAK_SPACE}s`;
  const pair = (big: number, bigUnit: string, small: number, smallUnit: string, pad: number): string =>
    `${big}${NO_BREAK_SPACE}${bigUnit} ${String(small).padStart(pad, '0')}${NO_BREAK_SPACE}${smallUnit}`;
  const whole = Math.round(seconds);
  if (whole < 3600) return pair(Math.floor(whole / 60), 'min', whole % 60, 's', 2);
  const minutes = Math.round(seconds / 60);
  if (minutes < 1440) return pair(Math.floor(minutes / 60), 'h', minutes % 60, 'min', 2);
  const hours = Math.round(seconds / 3600);
  return pair(Math.floor(hours / 24), 'd', hours % 24, 'h', 1);
}

const BYTE_UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];

/** A number of bytes in steps of 1024: `512 B`, `1.50 KiB`. */
export function formatBytes(bytes: number): string {
  let value = checkNumber('bytes', bytes, { min: 0 });
  let step = 0;
  // 1023.996 would be shown as 1024: round first, then choose.
  while (step < BYTE_UNITS.length - 1 && Number(value.toPrecision(4)) >= 1024) {
    value /= 1024;
    step += 1;
  }
  const number = step === 0 ? String(Math.round(value)) : value >= 1000 ? value.toFixed(0) : value.toPrecision(3);
  return `${number}${NO_BREAK_SPACE}${BYTE_UNITS[step]!}`;
}
