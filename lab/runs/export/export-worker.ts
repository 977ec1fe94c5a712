/** Entry of the thread that writes an export. */
import { serveUnits } from '../../../base/parallel/serve-units.js';
import { exportKinds } from './export-unit.js';

serveUnits(exportKinds);
