import { FIPS_TESTS } from '../fips140/index.js';
import { ESTIMATOR_NAMES } from '../sp800-90b/index.js';
import type { BatteryFindings, BatterySummary } from './batteries.js';

/** Share of blocks of fair bits that fail FIPS 140-2, about. */
const FIPS_EXPECTED = 8e-4;

/** The line of a history that a result comes to. */
export function summaryOf(findings: BatteryFindings): BatterySummary {
  const plain = { minEntropy: null };
  switch (findings.battery) {
    case 'bits': {
      const { share, outside, autocorrelation } = findings.found;
      return {
        ...plain,
        verdict: null,
        text: `ones ${share.toFixed(6)}; ${outside} of ${autocorrelation.length} lags outside the band`,
      };
    }
    case 'health': {
      const failures = findings.found.tests.reduce((sum, test) => sum + test.failures, 0);
      return {
        ...plain,
        verdict: failures === 0 ? 'PASS' : 'FAIL',
        text: failures === 0 ? 'no alarm' : `${failures} ${failures === 1 ? 'alarm' : 'alarms'}`,
      };
    }
    case 'ent': {
      const { chiSquareP, entropy } = findings.found;
      const odd = chiSquareP < 0.001 || chiSquareP > 0.999;
      return {
        ...plain,
        verdict: odd ? 'REVIEW' : 'PASS',
        text: `χ² p ${chiSquareP.toPrecision(3)}; Shannon entropy ${entropy.toFixed(4)} bit a byte, an upper end`,
      };
    }
    case 'fips': {
      const { blocks, failed } = findings.found;
      const expected = blocks * FIPS_EXPECTED;
      return {
        ...plain,
        verdict: failed === 0 ? 'PASS' : failed > expected + 5 * Math.sqrt(expected) + 1 ? 'FAIL' : 'REVIEW',
        text: `${failed} of ${blocks} blocks failed one of ${FIPS_TESTS.length} tests`,
      };
    }
    case 'non-iid': {
      const { minEntropy, limitedBy } = findings.found;
      const by = typeof limitedBy === 'string' ? limitedBy : ESTIMATOR_NAMES[limitedBy.estimator][0];
      return {
        verdict: minEntropy === 0 ? 'FAIL' : null,
        minEntropy,
        text: `${minEntropy.toFixed(4)} bit a bit, by ${by}`,
      };
    }
    case 'sts': {
      const { verdict, run, below, expectedBelow } = findings.found.overall;
      return {
        ...plain,
        verdict,
        text: `${below} of ${run} p-values below ${findings.found.alpha}; ${expectedBelow.toFixed(1)} expected of fair bits`,
      };
    }
    case 'iid': {
      const { passed, valid } = findings.found;
      return {
        ...plain,
        verdict: passed ? 'PASS' : 'REVIEW',
        text: `${passed ? 'no test speaks against IID' : 'not IID: use the estimators for other sources'}${valid ? '' : '; too few samples to be valid'}`,
      };
    }
    case 'restart': {
      const { passed, minEntropy } = findings.found;
      return {
        verdict: passed ? 'PASS' : 'FAIL',
        minEntropy,
        text: passed
          ? `${minEntropy.toFixed(4)} bit a bit after restarts`
          : 'the initial assessment does not hold after a restart',
      };
    }
  }
}
