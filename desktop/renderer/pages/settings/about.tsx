import { useState } from 'preact/hooks';
import { backend, connectionState } from '../../app/backend.js';
import { useAction } from '../../app/hooks.js';
import { resetSettings } from '../../app/settings.js';
import { toast } from '../../app/toasts.js';
import { startTour } from '../../app/tour.js';
import { Button, copyText, ConfirmDialog, CopyButton, Facts, Panel } from '../../ui/index.js';
import { settingsTexts } from './messages.js';

/** Where runs are. */
export function Storage() {
  const t = settingsTexts();
  const connection = connectionState.value;
  const folder = connection.state === 'connected' ? connection.info.runsDir : '…';
  return (
    <Panel title={t.storage}>
      <Facts
        items={[
          [
            t.runs,
            <span key="runs" class="row">
              <code data-changes>{folder}</code>
              <CopyButton compact text={() => folder} />
            </span>,
          ],
        ]}
      />
      <p class="hint">{t.runsHint}</p>
    </Panel>
  );
}

/** The tour again, and the defaults again. */
export function StartOver() {
  const t = settingsTexts();
  const [sure, setSure] = useState(false);
  const reset = useAction(async () => {
    await resetSettings();
    toast('ok', t.resetDone);
  });
  return (
    <Panel title={t.newcomers}>
      <div class="row">
        <Button onClick={startTour}>{t.tour}</Button>
        <Button kind="danger" busy={reset.busy.value} onClick={() => setSure(true)}>
          {t.reset}
        </Button>
      </div>
      {sure && (
        <ConfirmDialog title={t.reset} confirm={t.reset} onConfirm={() => reset.run()} onClose={() => setSure(false)}>
          <p>{t.resetSure}</p>
        </ConfirmDialog>
      )}
    </Panel>
  );
}

/** Versions, licences, and what to attach to a report. */
export function About() {
  const t = settingsTexts();
  const connection = connectionState.value;
  const info = connection.state === 'connected' ? connection.info : undefined;
  const diagnostics = useAction(async (signal) => copyText(await backend.call('system.diagnostics', {}, { signal })));
  return (
    <Panel title={t.about}>
      <div class="stack">
        <Facts
          items={[
            [t.version, info?.version ?? '…'],
            [t.interfaceVersion, String(info?.api ?? '…')],
            [t.platform, info?.platform ?? '…'],
          ]}
        />
        <p>{t.honesty}</p>
        <p>{t.licence}</p>
        <p class="muted">{t.bundled}</p>
        <div class="row">
          <Button busy={diagnostics.busy.value} onClick={() => diagnostics.run()}>
            {t.diagnostics}
          </Button>
          <span class="hint">{t.diagnosticsHint}</span>
        </div>
      </div>
    </Panel>
  );
}
