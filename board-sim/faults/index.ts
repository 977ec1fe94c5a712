/** What goes wrong with a simulated board while it works. */
export { FaultInjector, type FaultySite } from './fault-injector.js';
export {
  checkFaultPlaces,
  FAULT_KINDS,
  formatFaults,
  parseFaults,
  type BoardFaultSpec,
  type FaultKind,
  type StuckState,
} from './fault-spec.js';
