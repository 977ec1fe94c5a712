/** Entry of the thread of `compare-in-thread.ts`. */
import { serveUnits } from '../../../../base/parallel/serve-units.js';
import { qualityUnits } from './quality-units.js';

serveUnits(qualityUnits);
