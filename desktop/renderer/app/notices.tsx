import closeIcon from 'lucide-static/icons/x.svg?raw';
import { Button, IconButton } from '../ui/button.js';
import { CopyButton } from '../ui/copy-button.js';
import { Dialog } from '../ui/dialog.js';
import { kitTexts } from '../ui/messages.js';
import { appTexts } from './messages.js';
import { dismissProblem, problemText, shownProblems } from './problems.js';
import { dismissToast, toasts } from './toasts.js';

/** Short notices in the corner; read out when they come. */
export function Toasts() {
  const t = appTexts();
  return (
    <div class="toasts" role="status" aria-live="polite" aria-label={t.notices}>
      {toasts.value.map(({ id, kind, text, action }) => (
        <div key={id} class={`toast toast-${kind}`}>
          <span class="grow">{text}</span>
          {action !== undefined && (
            <Button
              onClick={() => {
                dismissToast(id);
                action.run();
              }}
            >
              {action.label}
            </Button>
          )}
          <IconButton label={t.dismiss} icon={closeIcon} onClick={() => dismissToast(id)} />
        </div>
      ))}
    </div>
  );
}

/** The problem that waits longest, with what to do. */
export function ErrorDialog() {
  const [shown] = shownProblems.value;
  if (shown === undefined) return null;
  const t = appTexts();
  const { problem, times } = shown;
  const close = (): void => dismissProblem(shown);
  return (
    <Dialog
      title={t.problem}
      onClose={close}
      actions={
        <>
          <CopyButton text={() => problemText(problem, times)} label={kitTexts().copyDetails} />
          <Button kind="primary" onClick={close}>
            {kitTexts().close}
          </Button>
        </>
      }
    >
      <p class="error-message">{problem.message}</p>
      {problem.nextStep !== undefined && (
        <p>
          <strong>{kitTexts().nextStep}:</strong> {problem.nextStep}
        </p>
      )}
      {times > 1 && <p class="muted">{t.times(times)}</p>}
      {problem.code !== undefined && <code class="muted">{problem.code}</code>}
    </Dialog>
  );
}
