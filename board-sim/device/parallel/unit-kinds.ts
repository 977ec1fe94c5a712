import { energyUnit } from './energy-unit.js';
import { equilibriumUnit } from './equilibrium-unit.js';
import { loopUnit } from './loop-unit.js';
import { mapUnit } from './map-unit.js';
import { switchingUnit } from './switching-unit.js';

/** What can be computed in units on any thread. */
export const unitKinds = {
  switching: switchingUnit,
  map: mapUnit,
  equilibrium: equilibriumUnit,
  loop: loopUnit,
  energy: energyUnit,
} as const;
