/** What keeps boards and program from working on a machine, each finding with its remedy. */
export type { Check } from './check.js';
export { SystemMachine, type Machine } from './machine.js';
export { runChecks, type DoctorOptions } from './run-checks.js';
