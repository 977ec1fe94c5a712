/** Entry of the threads of `run-units.ts`. */
import { serveUnits } from '../../../base/parallel/serve-units.js';
import { unitKinds } from './unit-kinds.js';

serveUnits(unitKinds);
