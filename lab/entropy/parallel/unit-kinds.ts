import { permutationUnit } from '../sp800-90b/iid/permutation-unit.js';

/** What the entropy batteries compute in units on any thread. */
export const unitKinds = {
  permutation: permutationUnit,
} as const;
