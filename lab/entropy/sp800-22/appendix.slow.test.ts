import { expect, it } from 'vitest';
import { PlainCounts } from './plain-counts.js';
import { APPENDIX, APPENDIX_COLUMNS, appendixValues } from './testing/appendix.js';
import { constantBits } from './testing/constants.js';

it.each(APPENDIX_COLUMNS)('the plain twins give the p-values of a million digits of %s too', (name) => {
  const values = appendixValues(new PlainCounts(constantBits(name, 1_000_000)));
  for (const [test, row] of Object.entries(APPENDIX))
    expect(Math.abs(values[test]! - row[APPENDIX_COLUMNS.indexOf(name)]!), test).toBeLessThan(2e-6);
});
