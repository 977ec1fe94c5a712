import { CellCondition } from '../array/index.js';
import { type spindrift } from '../../proto/index.js';
import { type BoardCore } from './board-core.js';

type SelfTestResult = spindrift.v1.SelfTestResult.$Shape;

/** One self test: a measured value and the window it must lie in. */
interface SelfTest {
  readonly name: string;
  readonly unit: string;
  readonly low: number;
  readonly high: number;
  readonly measure: (core: BoardCore) => number;
}

/** Codes by which an offset may be off, parts per million of cells that may be dead. */
const OFFSET_CODES = 64;
const DEAD_PPM = 5000;

/** Voltage of a rail by its power monitor's own code. */
function busMicrovolts(core: BoardCore, name: string): number {
  const rail = core.hardware.meters.rails().find((each) => each.name === name);
  return rail === undefined ? 0 : Math.round((rail.busCode * rail.busLsbPv) / 1e6);
}

const tests: readonly SelfTest[] = [
  {
    name: 'USB supply',
    unit: 'uV',
    low: 4_400_000,
    high: 5_500_000,
    measure: (core) => busMicrovolts(core, 'USB5V'),
  },
  {
    name: '3V3 supply',
    unit: 'uV',
    low: 3_135_000,
    high: 3_465_000,
    measure: (core) => busMicrovolts(core, '3V3'),
  },
  {
    name: 'array thermometer',
    unit: 'mdegC',
    low: -20_000,
    high: 60_000,
    measure: (core) => core.hardware.meters.arrayMilliC ?? Math.round(core.scenario.ambientC * 1000),
  },
  {
    name: 'column offsets',
    unit: 'codes',
    low: 0,
    high: OFFSET_CODES,
    measure: (core) => {
      const { offsetCode } = core.hardware.unit(0).converters;
      return offsetCode.reduce((worst, code) => Math.max(worst, Math.abs(code - 2048)), 0);
    },
  },
  {
    name: 'dead cells',
    unit: 'ppm',
    low: 0,
    high: DEAD_PPM,
    measure: (core) => {
      const { condition } = core.hardware.unit(0).cells;
      const dead = condition.reduce(
        (sum, code) => sum + (code === CellCondition.open || code === CellCondition.short ? 1 : 0),
        0,
      );
      return Math.round((dead / condition.length) * 1e6);
    },
  },
];

/** Number of self tests. */
export const SELF_TESTS = tests.length;

/** Runs one self test. */
export function runSelfTest(core: BoardCore, id: number): SelfTestResult {
  const { name, unit, low, high, measure } = tests[id]!;
  const measured = measure(core);
  return { testId: id, name, unit, low, high, measured, pass: measured >= low && measured <= high };
}
