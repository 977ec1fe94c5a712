/** Exit codes of the `spindrift` command. Scripts rely on them: a number never changes its meaning. */
export const EXIT = {
  done: 0,
  /** A defect of the program itself; none of the causes below. */
  defect: 1,
  /** The command was used wrongly, or a value lies outside what the board or the program allows. */
  usage: 2,
  /** There is no such board, it is in use, this system does not let us open it, or it cannot do what was asked. */
  noBoard: 3,
  /** The board was there and stopped answering. */
  boardLost: 4,
  /** Data or health failure: corrupt data, a failed health test, a fault that the board reports. */
  data: 5,
  /** An input or output file. */
  file: 6,
  /** Interrupted, after the array was made safe and the run folder was completed. */
  interrupted: 130,
} as const;

/** One of {@link EXIT}. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
