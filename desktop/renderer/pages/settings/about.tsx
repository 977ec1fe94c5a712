import { useSignal } from '@preact/signals';
import { useState } from 'preact/hooks';
import type { Settings } from '../../../rpc/api/index.js';
import { backend, connectionState } from '../../app/backend.js';
import { useAction } from '../../app/hooks.js';
import { changeSettings, resetSettings } from '../../app/settings.js';
import { toast } from '../../app/toasts.js';
import { startTour } from '../../app/tour.js';
import { Button, copyText, ConfirmDialog, CopyButton, Facts, Panel, TextField } from '../../ui/index.js';
import { settingsTexts } from './messages.js';

/** Where runs are, and where they go from the next start on. */
export function RunFolder({ settings }: { readonly settings: Settings }) {
  const t = settingsTexts();
  const connection = connectionState.value;
  const info = connection.state === 'connected' ? connection.info : undefined;
  const folder = info?.runsDir ?? '…';
  return (
    <Panel title={t.storage}>
      <div class="stack">
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
        {info?.runsDirGiven === true ? (
          <p class="hint">{t.runsGiven}</p>
        ) : (
          <NextFolder key={settings.runsDir ?? ''} chosen={settings.runsDir} folder={folder} />
        )}
      </div>
    </Panel>
  );
}

/** The choice of another folder. */
function NextFolder({ chosen, folder }: { readonly chosen: string | undefined; readonly folder: string }) {
  const t = settingsTexts();
  const text = useSignal(chosen ?? '');
  const wanted = text.value.trim();
  const same = wanted === (chosen ?? '');
  const save = useAction(async () => {
    await changeSettings({ runsDir: wanted === '' ? null : wanted });
    toast('ok', t.runsChanged);
  });
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (!same) save.run();
      }}
    >
      <TextField
        label={t.runsNext}
        hint={chosen !== undefined && chosen !== folder ? t.runsWaits : t.runsHint}
        value={text.value}
        placeholder={t.runsUsual}
        onInput={(next) => (text.value = next)}
        mono
      />
      <div class="row">
        <Button type="submit" disabled={same} busy={save.busy.value}>
          {t.runsSave}
        </Button>
      </div>
    </form>
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
