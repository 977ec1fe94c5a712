/** Boots the rig and keeps it, for who writes tests: `npm run usb-rig`. Tests find it and do not boot another. */
import { bootRig } from './rig.js';
import { forgetRunning, noteRunning } from './running.js';

const DAY_S = 86_400;
const rig = await bootRig(DAY_S);
noteRunning(rig.address);
console.log('the rig runs; vitest run --project usb uses it; Ctrl-C ends it');
const end = (): void => void rig.close();
process.once('SIGINT', end);
process.once('SIGTERM', end);
await rig.off;
forgetRunning();
process.exit(0);
