import { signal, type ReadonlySignal } from '@preact/signals';
import { isAbortError } from '../../../base/index.js';

/** What went wrong, for a person. */
export interface Problem {
  readonly name: string;
  readonly code?: string | undefined;
  /** What happened. */
  readonly message: string;
  /** What to do. */
  readonly nextStep?: string | undefined;
  /** For "copy details". */
  readonly details?: unknown;
}

/** Reads what was thrown. */
export function problemOf(error: unknown): Problem {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error) };
  const { code, nextStep, details } = error as { code?: unknown; nextStep?: unknown; details?: unknown };
  return {
    name: error.name,
    message: error.message,
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof nextStep === 'string' ? { nextStep } : {}),
    ...(details === undefined ? {} : { details }),
  };
}

/** A problem as text to send to somebody. */
export function problemText(problem: Problem, times = 1): string {
  const lines = [
    `${problem.name}${problem.code === undefined ? '' : ` [${problem.code}]`}: ${problem.message}`,
    ...(problem.nextStep === undefined ? [] : [problem.nextStep]),
    ...(problem.details === undefined ? [] : [JSON.stringify(problem.details, null, 2)]),
    ...(times > 1 ? [`× ${times}`] : []),
  ];
  return lines.join('\n');
}

/** A problem on show, with how often it came. */
export interface ShownProblem {
  readonly problem: Problem;
  readonly times: number;
}

const shown = signal<readonly ShownProblem[]>([]);

/** Problems that wait to be read, the oldest first. */
export const shownProblems: ReadonlySignal<readonly ShownProblem[]> = shown;

/** Shows an error in a dialog; the same one again only counts up. That somebody stopped something is no error. */
export function showError(error: unknown): void {
  if (isAbortError(error)) return;
  const problem = problemOf(error);
  const same = (other: ShownProblem): boolean =>
    other.problem.message === problem.message && other.problem.code === problem.code;
  shown.value = shown.peek().some(same)
    ? shown.peek().map((other) => (same(other) ? { ...other, times: other.times + 1 } : other))
    : [...shown.peek(), { problem, times: 1 }];
}

/** Takes a problem off the list; all where none is named. */
export function dismissProblem(which?: ShownProblem): void {
  shown.value = which === undefined ? [] : shown.peek().filter((other) => other.problem !== which.problem);
}
