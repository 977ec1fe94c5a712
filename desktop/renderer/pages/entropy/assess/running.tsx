import type { AssessmentEntry } from '../../../../rpc/api/index.js';
import { backend } from '../../../app/backend.js';
import { useAction } from '../../../app/hooks.js';
import { Button, Panel, Progress } from '../../../ui/index.js';
import { assessTexts } from './messages.js';

/** Whether an assessment goes on or waits for its turn. */
export function isGoing({ state }: AssessmentEntry): boolean {
  return state === 'running' || state === 'waiting';
}

/** Assessments under way, with progress, time left and a way to stop. */
export function Running({ going }: { readonly going: readonly AssessmentEntry[] }) {
  const t = assessTexts();
  if (going.length === 0) return null;
  return (
    <Panel title={t.running}>
      <ul class="entropy-running">
        {going.map((entry) => (
          <Going key={entry.id} entry={entry} />
        ))}
      </ul>
    </Panel>
  );
}

function Going({ entry }: { readonly entry: AssessmentEntry }) {
  const t = assessTexts();
  const { id, battery, capture, progress, state } = entry;
  const cancel = useAction((signal) => backend.call('entropy.cancel', { id }, { signal }));
  return (
    <li class="row">
      <div class="grow">
        <Progress
          label={`${t.batteries[battery]} · ${capture}`}
          done={progress && Math.round(progress.done * 10) / 10}
          total={progress?.total}
          unit={t.units}
          etaS={progress?.etaS}
          note={state === 'waiting' ? t.waiting : undefined}
        />
      </div>
      <Button kind="danger" busy={cancel.busy.value} onClick={() => cancel.run()}>
        {t.cancel}
      </Button>
    </li>
  );
}
