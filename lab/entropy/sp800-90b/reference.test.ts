import { FAST_DATA_SETS } from './testing/data-sets.js';
import { testAgainstReference } from './testing/reference-vectors.js';

testAgainstReference('fast', FAST_DATA_SETS);
