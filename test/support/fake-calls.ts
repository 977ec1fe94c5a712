/** What the stand-in for Electron was asked for. */

/** One call of something that only has an effect outside. */
export interface FakeCall {
  readonly what: string;
  readonly args: readonly unknown[];
}

/** Everything that was asked for, in order. */
export const calls: FakeCall[] = [];
/** Notes a call. */
export const note = (what: string, ...args: unknown[]): void => void calls.push({ what, args });

/** The calls of one kind. */
export const callsOf = (what: string): readonly (readonly unknown[])[] =>
  calls.filter((call) => call.what === what).map(({ args }) => args);
