import { useSignal } from '@preact/signals';
import { backend } from '../../app/backend.js';
import { useAction } from '../../app/hooks.js';
import { problemOf, type Problem } from '../../app/problems.js';
import { toast } from '../../app/toasts.js';
import { Button, Checkbox, Dialog, ErrorBox } from '../../ui/index.js';
import { runsTexts } from './messages.js';

/** Makes a run whole whose process vanished. */
export function RecoverDialog({ run, onClose }: { readonly run: string; readonly onClose: () => void }) {
  const t = runsTexts();
  const force = useSignal(false);
  const problem = useSignal<Problem | undefined>(undefined);
  const recover = useAction(async (signal) => {
    problem.value = undefined;
    try {
      const { events } = await backend.call('runs.recover', { run, force: force.value }, { signal });
      toast('ok', t.recovering.done(events));
      onClose();
    } catch (error) {
      problem.value = problemOf(error);
    }
  });
  return (
    <Dialog
      title={t.recovering.title}
      onClose={onClose}
      actions={
        <Button kind="primary" busy={recover.busy.value} onClick={() => recover.run()}>
          {t.recovering.title}
        </Button>
      }
    >
      <div class="stack">
        <p>{t.recovering.text}</p>
        <Checkbox label={t.recovering.force} checked={force.value} onChange={(on) => (force.value = on)} />
        {problem.value !== undefined && <ErrorBox problem={problem.value} />}
      </div>
    </Dialog>
  );
}
