import { readAssessment, type AssessedSource } from '../../lab/entropy/assessment.js';
import type { EntropydConfig } from '../../lab/entropyd/config/schema.js';
import type { TapSourceOptions } from '../../lab/entropyd/tap-source.js';

/** What a configuration says of its boards, read. */
export interface ReadAssessments extends Pick<TapSourceOptions, 'assessmentOf' | 'controllerOf'> {
  /** What is doubtful about the files, for the log. */
  readonly doubts: readonly string[];
}

/** @throws FileError or DataError for an assessment that cannot be used */
export async function readAssessments({ boards }: EntropydConfig): Promise<ReadAssessments> {
  const found = new Map<string, AssessedSource>();
  for (const { uri, assessment } of boards) {
    // The serial number is known of a board that is named by it.
    const serial = /^usb:([^@].*)$/.exec(uri)?.[1];
    if (assessment !== null) found.set(uri, await readAssessment(assessment, serial));
  }
  return {
    assessmentOf: (uri) => found.get(uri),
    controllerOf: (uri) => boards.find((board) => board.uri === uri)?.controller ?? false,
    doubts: [...found.values()].flatMap(({ origin, doubts }) =>
      doubts.map((doubt) => `assessment ${origin}: ${doubt}`),
    ),
  };
}
