import { stsUnit } from '../sp800-22/sts-unit.js';
import { permutationUnit } from '../sp800-90b/iid/permutation-unit.js';
import { restartUnit } from '../sp800-90b/restart/restart-unit.js';
import { nonIidUnit } from '../sp800-90b/non-iid-unit.js';

/** What the entropy batteries compute in units on any thread. */
export const unitKinds = {
  nonIid: nonIidUnit,
  permutation: permutationUnit,
  restart: restartUnit,
  sts: stsUnit,
} as const;
