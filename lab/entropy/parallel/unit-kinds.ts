import { nonIidUnit } from '../sp800-90b/non-iid-unit.js';

/** What the entropy batteries compute in units on any thread. */
export const unitKinds = {
  nonIid: nonIidUnit,
} as const;
