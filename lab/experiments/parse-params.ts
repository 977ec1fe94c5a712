import type { z } from 'zod';
import { formatSi, parseQuantity } from '../../base/index.js';
import type { Experiment } from './define-experiment.js';
import { describeParameters, type ParameterDescription } from './describe-experiment.js';

/** What a parameter may be, in words. */
function allowed({ type, min, max, unit = '', choices }: ParameterDescription): string {
  if (choices !== undefined) return `one of ${choices.join(', ')}`;
  if (type === 'boolean') return 'true or false';
  if (type === 'string') return 'a text';
  const noun = type === 'integer' ? 'an integer' : 'a number';
  const show = (value: number): string =>
    unit === '' ? String(value) : formatSi(value, unit).replace(/\.?0+(?=\u00a0)/, '');
  if (min !== undefined && max !== undefined) return `${noun} from ${show(min)} to ${show(max)}`;
  if (min !== undefined) return `${noun} not below ${show(min)}`;
  if (max !== undefined) return `${noun} not above ${show(max)}`;
  return unit === '' ? noun : `${noun} in ${unit}`;
}

function refuse(parameter: ParameterDescription, value: unknown): string {
  const shown = typeof value === 'number' ? String(value) : value === undefined ? 'nothing' : JSON.stringify(value);
  return `parameter ${parameter.name} must be ${allowed(parameter)}, got ${shown}`;
}

function hasType({ type }: ParameterDescription, value: unknown): boolean {
  const wanted = type === 'integer' ? 'number' : type === 'choice' ? 'string' : type;
  return typeof value === wanted;
}

function checkNames(experiment: Pick<Experiment, 'id' | 'params'>, names: readonly string[]): ParameterDescription[] {
  const parameters = describeParameters(experiment);
  const unknown = names.find((name) => !parameters.some((parameter) => parameter.name === name));
  if (unknown !== undefined) {
    const known = parameters.map(({ name }) => name).join(', ') || 'none';
    throw new RangeError(`${experiment.id} has no parameter "${unknown}"; its parameters are: ${known}`);
  }
  return parameters;
}

/**
 * Checks parameters and fills in the defaults.
 * @param input values in SI base units; what is absent or undefined takes its default
 * @throws RangeError for an unknown name or a value outside its range; TypeError for a value of the wrong type
 */
export function parseParams<S extends z.ZodObject>(
  experiment: Experiment<S>,
  input: Readonly<Record<string, unknown>> = {},
): z.output<S> {
  const parameters = checkNames(experiment, Object.keys(input));
  const parsed = experiment.params.safeParse(input);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const parameter = parameters.find(({ name }) => name === issue?.path[0]);
  if (issue === undefined || parameter === undefined) {
    throw new RangeError(
      `the parameters of ${experiment.id} do not fit together: ${issue?.message ?? parsed.error.message}`,
    );
  }
  const message = refuse(parameter, input[parameter.name]);
  throw hasType(parameter, input[parameter.name]) ? new RangeError(message) : new TypeError(message);
}

function fromText(parameter: ParameterDescription, value: string): unknown {
  switch (parameter.type) {
    case 'number':
    case 'integer':
      return parseQuantity(value, parameter.unit ?? '');
    case 'boolean':
      if (/^(true|yes|on|1)$/i.test(value)) return true;
      if (/^(false|no|off|0)$/i.test(value)) return false;
      throw new RangeError(refuse(parameter, value));
    case 'string':
    case 'choice':
      return value;
  }
}

/**
 * The same from text, as flags and form fields give it: `{ readVoltage: '120mV', averages: '64' }`.
 * @throws RangeError naming the parameter, the text and what is allowed
 */
export function parseTextParams<S extends z.ZodObject>(
  experiment: Experiment<S>,
  input: Readonly<Record<string, string>>,
): z.output<S> {
  const parameters = checkNames(experiment, Object.keys(input));
  const values = Object.entries(input).map(([name, value]) => {
    const parameter = parameters.find((each) => each.name === name)!;
    try {
      return [name, fromText(parameter, value)] as const;
    } catch (cause) {
      throw new RangeError(refuse(parameter, value), { cause });
    }
  });
  return parseParams(experiment, Object.fromEntries(values));
}
