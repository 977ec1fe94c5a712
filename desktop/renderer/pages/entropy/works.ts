import type { AssessmentEntry } from '../../../rpc/api/index.js';
import { backend } from '../../app/backend.js';
import { followStream } from '../../app/follow.js';
import { showError } from '../../app/problems.js';
import { href } from '../../app/router.js';
import { toast } from '../../app/toasts.js';
import { publishWorks } from '../../app/works.js';
import { assessTexts } from './assess/messages.js';
import { isGoing } from './assess/running.js';
import { signal, type ReadonlySignal } from '@preact/signals';

const list = signal<readonly AssessmentEntry[] | undefined>(undefined);

/** All assessments, newest first; nothing before the backend has told. */
export const assessments: ReadonlySignal<readonly AssessmentEntry[] | undefined> = list;

/** Follows the assessments: they stand in the status bar wherever the reader is, and their ends are told. */
export function startAssessments(): void {
  void followStream(
    backend,
    'entropy.assessments',
    {},
    new AbortController().signal,
    {},
    {
      item: (now) => {
        announce(list.peek() ?? [], now);
        list.value = now;
        publishWorks('entropy', now.filter(isGoing).map(workOf));
      },
      fail: showError,
    },
  );
}

function workOf({ id, battery, capture, progress }: AssessmentEntry) {
  return {
    id,
    title: `${assessTexts().batteries[battery]} · ${capture}`,
    done: progress?.done,
    total: progress?.total,
    etaS: progress?.etaS,
    href: href('entropy', ['assess']),
    cancel: () => void backend.call('entropy.cancel', { id }).catch(showError),
  };
}

function announce(before: readonly AssessmentEntry[], now: readonly AssessmentEntry[]): void {
  const t = assessTexts();
  const going = new Set(before.filter(isGoing).map(({ id }) => id));
  for (const { id, battery, capture, state, summary } of now)
    if (going.has(id) && (state === 'finished' || state === 'failed'))
      toast(
        state === 'finished' ? 'ok' : 'warn',
        `${t.batteries[battery]} · ${capture}: ${state === 'finished' ? (summary?.text ?? '') : t.states[state]}`,
      );
}
