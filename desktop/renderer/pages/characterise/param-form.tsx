import type { ParameterDescription } from '../../../../lab/experiments/index.js';
import { Checkbox, QuantityField, Select, TextField } from '../../ui/index.js';
import type { Params } from './presets.js';

/** Fields for the parameters of an experiment, made from their descriptions. */
export function ParamForm(props: {
  readonly parameters: readonly ParameterDescription[];
  readonly values: Params;
  /** What is wrong, by name of the parameter. */
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (name: string, value: unknown) => void;
  readonly onValid: (name: string, valid: boolean) => void;
}) {
  const { parameters, values, errors, onChange, onValid } = props;
  return (
    <div class="param-form">
      {parameters.map((parameter) => (
        <ParamField
          key={parameter.name}
          parameter={parameter}
          value={values[parameter.name] ?? parameter.default}
          error={errors[parameter.name]}
          onChange={(value) => onChange(parameter.name, value)}
          onValid={(valid) => onValid(parameter.name, valid)}
        />
      ))}
    </div>
  );
}

function ParamField(props: {
  readonly parameter: ParameterDescription;
  readonly value: unknown;
  readonly error: string | undefined;
  readonly onChange: (value: unknown) => void;
  readonly onValid: (valid: boolean) => void;
}) {
  const { parameter, value, error, onChange, onValid } = props;
  const { label, help, type, unit = '', min, max, choices = [] } = parameter;
  switch (type) {
    case 'number':
    case 'integer':
      return (
        <QuantityField
          label={label}
          unit={unit}
          value={typeof value === 'number' ? value : undefined}
          min={min}
          max={max}
          integer={type === 'integer'}
          error={error}
          hint={help}
          onChange={onChange}
          onValid={onValid}
        />
      );
    case 'boolean':
      return <Checkbox label={label} hint={help} checked={value === true} onChange={onChange} />;
    case 'choice':
      return (
        <Select
          label={label}
          hint={help}
          error={error}
          value={String(value)}
          options={choices.map((choice) => ({ value: choice, label: choice }))}
          onChange={onChange}
        />
      );
    case 'string':
      return (
        <TextField
          label={label}
          hint={help}
          error={error}
          value={typeof value === 'string' ? value : ''}
          onInput={onChange}
        />
      );
  }
}

/** The parameter that a refusal names, with the refusal; under the empty name where it names none. */
export function errorByField(message: string | undefined): Readonly<Record<string, string>> {
  if (message === undefined) return {};
  const name = /^parameter (\w+) must /.exec(message)?.[1] ?? '';
  return { [name]: message };
}
