/** The tests of a raw stream. The first two are those of SP 800-90B 4.4; the others are developer-defined (4.5). `board` = the board's own tests. */
export const HEALTH_TESTS = [
  'repetitionCount',
  'adaptiveProportion',
  'monobit',
  'transition',
  'lag',
  'lagPredictor',
  'cellMonobit',
  'cellRepetition',
  'replay',
  'board',
] as const;
/** One of {@link HEALTH_TESTS}. */
export type HealthTestName = (typeof HEALTH_TESTS)[number];

/** `intermittent`: flush and start up again. `permanent`: latched. */
export type AlarmSeverity = 'intermittent' | 'permanent';

/** A test failed. */
export interface HealthAlarm {
  readonly test: HealthTestName;
  readonly severity: AlarmSeverity;
  /** Index of the sample that made it fail, counted since the tests began. */
  readonly index: number;
  /** First sample of the failing run or window. */
  readonly from: number;
  /** What the test counted, and the limit that it reached. */
  readonly value: number;
  readonly limit: number;
  /** For people, one sentence. */
  readonly text: string;
}
