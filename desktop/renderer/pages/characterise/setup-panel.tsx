import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { ExperimentDescription } from '../../../../lab/experiments/index.js';
import { backend } from '../../app/backend.js';
import { selectedBoard, selectedEntry, titleOfUse } from '../../app/boards.js';
import { useCommands } from '../../app/commands.js';
import { useAction } from '../../app/hooks.js';
import { navigate } from '../../app/router.js';
import { toast } from '../../app/toasts.js';
import { Button, ErrorBox, Panel, Select, TextField } from '../../ui/index.js';
import { EstimateLine } from './estimate-line.js';
import { characteriseTexts } from './messages.js';
import { errorByField, ParamForm } from './param-form.js';
import { PresetShelf, type Params } from './presets.js';
import { useEstimate } from './use-estimate.js';

const shelf = new PresetShelf();

/** Parameters, board and start of an experiment. */
export function SetupPanel(props: {
  readonly experiment: ExperimentDescription;
  /** What the form begins with, and takes when it changes; default: the defaults. */
  readonly initial: Params | undefined;
}) {
  const { experiment, initial } = props;
  const t = characteriseTexts();
  const values = useSignal<Params>(initial ?? {});
  const invalid = useSignal<ReadonlySet<string>>(new Set());
  // A field that was wrong must not keep what was typed when all values are replaced.
  const turn = useSignal(0);
  const replace = (next: Params): void => {
    values.value = next;
    invalid.value = new Set();
    turn.value += 1;
  };
  useEffect(() => {
    if (initial !== undefined) replace(initial);
  }, [initial]);
  const known = new Set(experiment.params.map(({ name }) => name));
  const params = Object.fromEntries(Object.entries(values.value).filter(([name]) => known.has(name)));
  const { estimate, refusal } = useEstimate(experiment.id, params);
  const board = selectedBoard.value;
  const { use } = selectedEntry.value ?? {};
  const errors = errorByField(refusal?.message);
  const start = useAction(async (signal) => {
    if (board === undefined) return;
    const run = await backend.call('experiments.start', { board, experiment: experiment.id, params }, { signal });
    navigate('characterise', [experiment.id], { run: run.id });
  });
  const able = board !== undefined && use === undefined && invalid.value.size === 0 && refusal === undefined;
  useCommands(
    [
      {
        id: 'characterise.start',
        title: () => t.start,
        shortcut: 'mod+enter',
        enabled: () => able,
        run: () => start.run(),
      },
    ],
    `${experiment.id} ${board} ${able} ${JSON.stringify(params)}`,
  );
  return (
    <Panel
      title={t.parameters}
      class="setup"
      actions={
        <Button kind="quiet" title={t.defaultsHelp} onClick={() => replace({})}>
          {t.defaults}
        </Button>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (able) start.run();
        }}
      >
        <ParamForm
          key={turn.value}
          parameters={experiment.params}
          values={values.value}
          errors={errors}
          onChange={(name, value) => (values.value = { ...values.peek(), [name]: value })}
          onValid={(name, valid) => {
            if (invalid.peek().has(name) !== valid) return;
            const next = new Set(invalid.peek());
            if (valid) next.delete(name);
            else next.add(name);
            invalid.value = next;
          }}
        />
        {refusal !== undefined && errors[''] !== undefined && <ErrorBox problem={refusal} />}
        <PresetRow experiment={experiment.id} params={params} onLoad={replace} />
        {estimate !== undefined && <EstimateLine estimate={estimate} />}
        <div class="row start-row">
          <Button kind="primary" type="submit" title={t.startHelp} disabled={!able} busy={start.busy.value}>
            {t.start}
          </Button>
          <span class="muted" role="status">
            {board === undefined ? t.noBoard : use === undefined ? `${t.board}: ${board}` : t.inUse(titleOfUse(use))}
          </span>
        </div>
      </form>
    </Panel>
  );
}

/** Saved parameters: choose, save, delete. */
function PresetRow(props: {
  readonly experiment: string;
  readonly params: Params;
  readonly onLoad: (params: Params) => void;
}) {
  const { experiment, params, onLoad } = props;
  const t = characteriseTexts();
  const presets = shelf.of(experiment);
  const chosen = useSignal('');
  const name = useSignal('');
  const save = (): void => {
    const as = name.peek().trim();
    if (as === '') return;
    shelf.save(experiment, as, params);
    chosen.value = as;
    name.value = '';
    toast('ok', t.saved(as));
  };
  const names = Object.keys(presets);
  return (
    <details class="presets">
      <summary>
        {t.presets} ({names.length})
      </summary>
      <div class="row">
        <Select
          label={t.preset}
          value={names.includes(chosen.value) ? chosen.value : ''}
          options={[{ value: '', label: t.noPreset }, ...names.map((one) => ({ value: one, label: one }))]}
          onChange={(one) => {
            chosen.value = one;
            if (one !== '') onLoad(presets[one]!);
          }}
        />
        <Button
          disabled={!names.includes(chosen.value)}
          onClick={() => {
            shelf.remove(experiment, chosen.peek());
            chosen.value = '';
          }}
        >
          {t.remove}
        </Button>
        <TextField label={t.saveAs} value={name.value} onInput={(text) => (name.value = text)} />
        <Button disabled={name.value.trim() === ''} onClick={save}>
          {t.save}
        </Button>
      </div>
    </details>
  );
}
