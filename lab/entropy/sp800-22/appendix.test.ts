import { describe, expect, it } from 'vitest';
import { KernelCounts } from './kernel-counts.js';
import { APPENDIX, APPENDIX_COLUMNS, APPENDIX_EXACT, appendixValues } from './testing/appendix.js';
import { constantBits } from './testing/constants.js';

describe.each(APPENDIX_COLUMNS)('a million digits of %s', (name) => {
  const column = APPENDIX_COLUMNS.indexOf(name);
  const counts = new KernelCounts(constantBits(name, 1_000_000));
  const published = appendixValues(counts);
  const exact = appendixValues(counts, 'exact');

  it.each(Object.keys(APPENDIX))('%s has the p-value of the standard’s program', (test) => {
    expect(Math.abs(published[test]! - APPENDIX[test]![column]!)).toBeLessThan(2e-6);
  });

  it('with exact class probabilities changes where it must, and nowhere else', () => {
    for (const test of Object.keys(APPENDIX)) {
      const expected = APPENDIX_EXACT[test]?.[column] ?? published[test]!;
      if (!Number.isNaN(expected)) expect(Math.abs(exact[test]! - expected), test).toBeLessThan(2e-6);
    }
  });
});
