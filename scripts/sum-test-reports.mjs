// Sums vitest's JSON reports into one plain line. A tier that ran nothing counts as a failure.
import { readFileSync } from 'node:fs';

const total = { passed: 0, failed: 0, skipped: 0 };
for (const path of process.argv.slice(2)) {
  let report;
  try {
    report = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    console.error(`no test report: ${error.message}`);
    total.failed++;
    continue;
  }
  if (report.numPassedTests === 0) {
    console.error(`${path}: no test ran`);
    total.failed++;
  }
  total.passed += report.numPassedTests;
  // A file that cannot be loaded fails without a failed test.
  total.failed += Math.max(report.numFailedTests, report.success ? 0 : 1);
  total.skipped += report.numPendingTests + report.numTodoTests;
}
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed > 0 ? 1 : 0;
