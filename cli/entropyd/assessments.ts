import { UnsupportedError } from '../../base/index.js';
import type { EntropydConfig } from '../../lab/entropyd/config/schema.js';
import type { TapSourceOptions } from '../../lab/entropyd/tap-source.js';

/** What a configuration says of its boards, read. @throws FileError or DataError for an assessment that cannot be used */
export async function readAssessments(
  config: EntropydConfig,
): Promise<Pick<TapSourceOptions, 'assessmentOf' | 'controllerOf'>> {
  for (const { assessment } of config.boards)
    if (assessment !== null) throw new UnsupportedError('assessments are not read yet');
  return {
    assessmentOf: () => undefined,
    controllerOf: (uri) => config.boards.find((board) => board.uri === uri)?.controller ?? false,
  };
}
