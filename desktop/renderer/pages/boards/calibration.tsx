import { useSignal } from '@preact/signals';
import type { BoardIdentity, CalibrationOutcome, CalibrationRoutine } from '../../../../firmware-host/host/index.js';
import { backend } from '../../app/backend.js';
import { saveBytes, chooseFile } from '../../app/files.js';
import { useAction } from '../../app/hooks.js';
import { toast } from '../../app/toasts.js';
import { trackWork } from '../../app/works.js';
import { Button, Panel, Progress, Select, Table } from '../../ui/index.js';
import { kitTexts } from '../../ui/messages.js';
import { boardsTexts } from './messages.js';
import { formatWireUncertain } from './wire-units.js';

/** Where the progress of a calibration stands. */
interface Step {
  readonly done: number;
  readonly total: number;
}

/** Calibration routines and their outcome. */
export function Calibration(props: {
  readonly board: string;
  readonly disabled: boolean;
  readonly identity: BoardIdentity;
}) {
  const t = boardsTexts().calibration;
  const { board, disabled } = props;
  const routine = useSignal<CalibrationRoutine>('adc-offset');
  const step = useSignal<Step | undefined>(undefined);
  const outcome = useSignal<{ routine: CalibrationRoutine; found: CalibrationOutcome } | undefined>(undefined);
  const calibrate = useAction(async (signal, which: CalibrationRoutine) => {
    outcome.value = undefined;
    step.value = undefined;
    await trackWork({ title: t.running(t.routines[which]) }, async (report, stop) => {
      const either = AbortSignal.any([signal, stop]);
      for await (const item of backend.stream('boards.calibrate', { board, routine: which }, { signal: either })) {
        if (item.type === 'outcome') outcome.value = { routine: which, found: item.outcome };
        else {
          step.value = { done: item.done, total: item.total };
          report(item.done, item.total);
        }
      }
    });
  });
  const busy = calibrate.busy.value;
  return (
    <>
      <Panel title={t.title}>
        <p class="muted">{t.explain}</p>
        <div class="row boards-calibrate">
          <Select
            label={t.routine}
            value={routine.value}
            disabled={busy}
            options={Object.entries(t.routines).map(([value, label]) => ({
              value: value as CalibrationRoutine,
              label,
            }))}
            onChange={(value) => (routine.value = value)}
          />
          <Button kind="primary" disabled={disabled} busy={busy} onClick={() => calibrate.run(routine.value)}>
            {t.run}
          </Button>
          {busy && <Button onClick={calibrate.cancel}>{kitTexts().cancel}</Button>}
        </div>
        {busy && <Progress label={t.routines[routine.value]} {...(step.value ?? {})} />}
        {outcome.value !== undefined && <Outcome {...outcome.value} />}
      </Panel>
      <StoredCalibration {...props} />
    </>
  );
}

function Outcome(props: { readonly routine: CalibrationRoutine; readonly found: CalibrationOutcome }) {
  const t = boardsTexts().calibration;
  const { values, failed } = props.found;
  const caption = t.outcome(t.routines[props.routine]);
  return (
    <>
      <h3>{caption}</h3>
      <Table
        caption={caption}
        rows={values}
        rowKey={({ name }) => name}
        columns={[
          { id: 'name', label: t.value, cell: ({ name }) => name },
          {
            id: 'value',
            label: t.found,
            cell: ({ value, sigma, unit }) => formatWireUncertain(value, sigma, unit),
            numeric: true,
          },
        ]}
      />
      {failed > 0 && <p>{t.failed(failed)}</p>}
    </>
  );
}

function StoredCalibration(props: {
  readonly board: string;
  readonly disabled: boolean;
  readonly identity: BoardIdentity;
}) {
  const t = boardsTexts().calibration;
  const { board, identity } = props;
  const download = useAction(async (signal) => {
    const blob = await backend.call('boards.getCalibration', { board }, { signal });
    if (blob === null) toast('info', t.nothingStored);
    else saveBytes(blob.bytes, `calibration-${identity.serial}.bin`);
  });
  const restore = useAction(async (signal) => {
    const file = await chooseFile('.bin');
    if (file === undefined) return;
    await backend.call('boards.putCalibration', { board, blob: file.bytes }, { signal });
    toast('ok', t.restored);
  });
  const able = identity.features.includes('calibration-blob');
  return (
    <Panel title={t.stored}>
      <p class="muted">{able ? t.storedExplain : t.noBlob}</p>
      {able && (
        <div class="row">
          <Button busy={download.busy.value} onClick={() => download.run()}>
            {t.download}
          </Button>
          <Button disabled={props.disabled} busy={restore.busy.value} onClick={() => restore.run()}>
            {t.restore}
          </Button>
        </div>
      )}
    </Panel>
  );
}
