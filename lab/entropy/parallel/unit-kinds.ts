/** What the entropy batteries compute in units on any thread. */
export const unitKinds = {} as const;
