import { afterEach, describe, expect, it } from 'vitest';
import { abortError, BoardBusyError } from '../../../base/index.js';
import { dismissProblem, problemOf, problemText, showError, shownProblems } from './problems.js';

afterEach(() => dismissProblem());

describe('problems', () => {
  const busy = () => new BoardBusyError('the board is in use', { nextStep: 'Stop the run.' });

  it('are shown once, however often they come', () => {
    showError(busy());
    showError(busy());
    showError(new RangeError('other'));
    expect(shownProblems.value.map(({ times }) => times)).toEqual([2, 1]);
  });

  it('are not made of what somebody stopped', () => {
    showError(abortError());
    expect(shownProblems.value).toEqual([]);
  });

  it('can be sent to somebody', () => {
    expect(problemText(problemOf(busy()), 2)).toBe(
      'BoardBusyError [BOARD_BUSY]: the board is in use\nStop the run.\n× 2',
    );
  });
});
