import { LONG_DATA_SETS } from './testing/data-sets.js';
import { testAgainstReference } from './testing/reference-vectors.js';

testAgainstReference('long', LONG_DATA_SETS);
