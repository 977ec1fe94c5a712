/** What `spindrift doctor` says of one thing. */
export interface Check {
  /** Stable; a colon and the bus address follow where it is about one device: `board-access:1-4`. */
  readonly id: string;
  readonly ok: boolean;
  /** True if this keeps the program or an attached board from working. Only these make the command fail. */
  readonly blocks: boolean;
  /** What was found. */
  readonly detail: string;
  /** What to do about it; null where nothing is to be done. */
  readonly remedy: string | null;
}

/** Nothing is wrong. */
export function fine(id: string, detail: string): Check {
  return { id, ok: true, blocks: false, detail, remedy: null };
}

/** Something is missing or odd that nothing at hand needs. */
export function lacking(id: string, detail: string, remedy: string): Check {
  return { id, ok: false, blocks: false, detail, remedy };
}

/** Something keeps the program or an attached board from working. */
export function blocking(id: string, detail: string, remedy: string): Check {
  return { id, ok: false, blocks: true, detail, remedy };
}
