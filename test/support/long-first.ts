/** The order of test files: what takes minutes begins first. */
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Ends of the paths of files that take longest, longest first. What is not there harms nobody. */
const LONG = [
  // It records for a minute, and leaves the processor to others meanwhile.
  'test/ui/live.slow.test.ts',
  'board-sim/device/validation/validation.slow.test.ts',
  'test/e2e/generate-emulated.slow.test.ts',
  'board-sim/device/escape-rates.slow.test.ts',
  'lab/experiments/hysteresis/thermal-switching.slow.test.ts',
  'lab/entropy/sp800-90b/restart/reference.slow.test.ts',
  'lab/entropy/sp800-22/appendix.slow.test.ts',
  'board-sim/device/switching-table.slow.test.ts',
  'lab/entropy/sp800-90b/reference.slow.test.ts',
  'test/usb/web/web-usb.test.ts',
  'test/usb/commands.test.ts',
  'test/usb/host-boards.test.ts',
  'test/usb/loss.test.ts',
  'test/usb/doctor.test.ts',
];

/** By itself vitest begins with the largest files where it has not run before: a small one that takes long then runs alone at the end. */
export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const place = LONG.findIndex((end) => moduleId.endsWith(end));
      return place < 0 ? LONG.length : place;
    };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}
