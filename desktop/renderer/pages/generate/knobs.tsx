import type { Signal } from '@preact/signals';
import type { ParameterDescription } from '../../../../lab/experiments/index.js';
import { Checkbox, NumberField, QuantityField, Select, TextField } from '../../ui/index.js';
import { generateTexts } from './messages.js';

/** Values of parameters, SI. */
export type Params = Readonly<Record<string, unknown>>;

/** Small enough for images within seconds; anything else is the experiment's own default. */
export const QUICK: Params = { images: 20, steps: 20 };

/** What most people change; the rest stands behind "More". */
const FIRST = ['images', 'steps', 'digits', 'guidance', 'seed'];

/** The parameters of a generation. */
export function Knobs(props: {
  readonly params: readonly ParameterDescription[];
  readonly values: Signal<Params>;
  /** Names of fields whose text is no value. */
  readonly wrong: Signal<ReadonlySet<string>>;
  readonly disabled: boolean;
}) {
  const t = generateTexts();
  const { params } = props;
  const first = FIRST.flatMap((name) => params.filter((param) => param.name === name));
  const rest = params.filter(({ name }) => !FIRST.includes(name));
  return (
    <div class="stack">
      <div class="knobs">
        {first.map((param) => (
          <Knob key={param.name} param={param} {...props} />
        ))}
      </div>
      <details>
        <summary>{t.more}</summary>
        <div class="knobs">
          {rest.map((param) => (
            <Knob key={param.name} param={param} {...props} />
          ))}
        </div>
      </details>
    </div>
  );
}

function Knob(props: {
  readonly param: ParameterDescription;
  readonly values: Signal<Params>;
  readonly wrong: Signal<ReadonlySet<string>>;
  readonly disabled: boolean;
}) {
  const { param, values, wrong, disabled } = props;
  const { name, label, help, unit = '', min, max } = param;
  const value = values.value[name] ?? param.default;
  const set = (next: unknown): void => void (values.value = { ...values.peek(), [name]: next });
  const onValid = (valid: boolean): void => {
    const others = [...wrong.peek()].filter((other) => other !== name);
    wrong.value = new Set(valid ? others : [...others, name]);
  };
  const shared = { label, hint: help, disabled };
  if (param.type === 'boolean') {
    return <Checkbox label={label} hint={help} checked={value === true} onChange={set} disabled={disabled} />;
  }
  if (param.type === 'choice') {
    const options = (param.choices ?? []).map((choice) => ({ value: choice, label: choice }));
    return <Select {...shared} value={String(value)} options={options} onChange={set} />;
  }
  if (param.type === 'string') return <TextField {...shared} value={String(value)} onInput={set} />;
  const number = { ...shared, value: value as number, min, max, onValid, onChange: set };
  return param.type === 'integer' ? <NumberField {...number} integer /> : <QuantityField {...number} unit={unit} />;
}
