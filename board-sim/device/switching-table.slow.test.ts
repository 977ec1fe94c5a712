import { expect, it } from 'vitest';
import { SwitchingTable } from './switching-table.js';
import { compareWithIntegration, randomPoints, TABLE_BUDGET } from './table-check.js';

/**
 * The table's own error, with direct integration of 4000 trials a point (standard error up to 0.008). With 4 standard errors
 * and the table's budget on top, a correct table fails the check of 24 points less than once in 600 seeds, and that of the
 * root mean square less than once in 1000.
 */
it('the table agrees with direct integration at 24 random points', () => {
  const table = SwitchingTable.standard();
  const trials = 4000;
  let [squares, expected] = [0, 0];
  for (const [i, point] of randomPoints(7, 24).entries()) {
    const { tabulated, direct, error } = compareWithIntegration(table, point, trials, 1000 + i);
    expect(Math.abs(tabulated - direct), JSON.stringify(point)).toBeLessThan(4 * error + TABLE_BUDGET);
    squares += (tabulated - direct) ** 2;
    expected += error ** 2;
  }
  // What is left after the direct estimate's own sampling error is the table's: half the budget, root mean square.
  expect(Math.sqrt(squares / 24)).toBeLessThan(Math.sqrt(expected / 24 + (TABLE_BUDGET / 2) ** 2) * 1.2);
});
