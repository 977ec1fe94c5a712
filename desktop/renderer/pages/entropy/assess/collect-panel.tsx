import { useSignal } from '@preact/signals';
import { backend } from '../../../app/backend.js';
import { selectedBoard } from '../../../app/boards.js';
import { useAction, useStream } from '../../../app/hooks.js';
import { Button, ErrorBox, Panel, Progress, QuantityField, TextField } from '../../../ui/index.js';
import { entropyTexts } from '../messages.js';
import { assessTexts } from './messages.js';

/** Bytes of the million raw bits that SP 800-90B wants. */
const MILLION_BITS = 125_000;

/** Collects raw bits or restart data of the chosen board into a file. */
export function CollectPanel() {
  const t = assessTexts();
  const board = selectedBoard.value;
  const bytes = useSignal(MILLION_BITS);
  const name = useSignal('');
  const { value: tap, retry } = useStream('entropy.status', board === undefined ? undefined : { board });
  const status = tap.value;
  const collecting = status?.ended === null ? status.collecting : null;
  const capture = name.value.trim() === '' ? {} : { capture: name.value.trim() };
  const collect = useAction((signal, uri: string) =>
    backend
      .call(
        'entropy.collect',
        { board: uri, mode: 'raw', assessment: { from: 'claim' }, rawBitsPerS: null, bytes: bytes.peek(), ...capture },
        { signal },
      )
      .then(() => (name.value = ''))
      .finally(retry),
  );
  const followed = useStream('entropy.restartsStatus', board === undefined ? undefined : { board });
  const restarted = followed.value.value;
  const restarting = restarted?.state === 'running' ? restarted : undefined;
  const restarts = useAction((signal, uri: string) =>
    backend
      .call('entropy.restarts', { board: uri, ...capture }, { signal })
      .then(() => (name.value = ''))
      .finally(followed.retry),
  );
  const stop = useAction((signal, uri: string) => backend.call('entropy.stop', { board: uri }, { signal }));
  const busy = collecting !== null || restarting !== undefined;
  return (
    <Panel title={t.collect}>
      <p class="muted small">{t.collectHint}</p>
      <div class="form-grid">
        <QuantityField
          label={t.bytes}
          unit="B"
          value={bytes.value}
          min={1}
          max={1e9}
          integer
          onChange={(next) => (bytes.value = next ?? MILLION_BITS)}
        />
        <TextField label={t.name} hint={t.nameHint} value={name.value} onInput={(next) => (name.value = next)} mono />
      </div>
      <div class="row">
        <Button
          kind="primary"
          disabled={board === undefined || busy}
          busy={collect.busy.value}
          onClick={() => board !== undefined && collect.run(board)}
        >
          {t.collectRaw}
        </Button>
        <Button
          disabled={board === undefined || busy}
          title={t.restartsHint}
          busy={restarts.busy.value}
          onClick={() => board !== undefined && restarts.run(board)}
        >
          {t.collectRestarts}
        </Button>
        {busy && (
          <Button kind="danger" busy={stop.busy.value} onClick={() => board !== undefined && stop.run(board)}>
            {t.stop}
          </Button>
        )}
      </div>
      {collecting !== null && (
        <Progress
          label={entropyTexts().collectingInto(collecting.capture)}
          done={collecting.bytes}
          total={collecting.wantedBytes}
          unit="B"
          etaS={collecting.etaS}
        />
      )}
      {restarting !== undefined && (
        <Progress
          label={entropyTexts().collectingInto(restarting.capture)}
          done={restarting.done}
          total={restarting.total}
          unit={t.restarts}
          etaS={restarting.etaS}
        />
      )}
      {restarted?.problem !== undefined && <ErrorBox problem={{ name: 'Error', ...restarted.problem }} />}
    </Panel>
  );
}
