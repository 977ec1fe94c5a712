/** The statistical block tests of FIPS 140-2. */
export { assessFips, type FipsAssessment, type FipsOptions } from './assess-fips.js';
export {
  FIPS_BLOCK_BYTES,
  FIPS_LIMITS,
  FIPS_TESTS,
  fipsBlock,
  type FipsBlock,
  type FipsTestId,
} from './block-tests.js';
