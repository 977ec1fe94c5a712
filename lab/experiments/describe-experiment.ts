import { z } from 'zod';
import type { Experiment } from './define-experiment.js';
import type { ExperimentView } from './views.js';

/** A parameter as plain JSON: what a flag or a form field is made of. */
export interface ParameterDescription {
  readonly name: string;
  readonly type: 'number' | 'integer' | 'boolean' | 'string' | 'choice';
  readonly label: string;
  readonly help?: string;
  /** SI base unit. */
  readonly unit?: string;
  readonly default: unknown;
  /** Both ends belong to the range. */
  readonly min?: number;
  readonly max?: number;
  readonly choices?: readonly string[];
}

/** An experiment as plain JSON. */
export interface ExperimentDescription {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly params: readonly ParameterDescription[];
  readonly views: readonly ExperimentView[];
}

/** The fields that zod's JSON schema has for our kinds of parameter; units and labels ride along as extra keys. */
interface FieldSchema {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly unit?: string;
  readonly label?: string;
  readonly help?: string;
}

/** Bounds that only say "an integer that a double can hold". */
const isBound = (value: number | undefined): value is number =>
  value !== undefined && Math.abs(value) < Number.MAX_SAFE_INTEGER;

function describeField(name: string, field: FieldSchema): ParameterDescription {
  const type = field.enum !== undefined ? 'choice' : field.type;
  if (type !== 'number' && type !== 'integer' && type !== 'boolean' && type !== 'string' && type !== 'choice') {
    throw new TypeError(
      `parameter ${name} must be a number, an integer, a boolean, a text or a choice, got ${String(type)}`,
    );
  }
  return {
    name,
    type,
    label: field.label ?? name,
    ...(field.help === undefined ? {} : { help: field.help }),
    ...(field.unit === undefined || field.unit === '' ? {} : { unit: field.unit }),
    default: field.default,
    ...(isBound(field.minimum) ? { min: field.minimum } : {}),
    ...(isBound(field.maximum) ? { max: field.maximum } : {}),
    ...(field.enum === undefined ? {} : { choices: field.enum }),
  };
}

/** Describes the parameters of an experiment in the order of their definition. */
export function describeParameters(experiment: Pick<Experiment, 'params'>): ParameterDescription[] {
  const schema = z.toJSONSchema(experiment.params, { io: 'input' });
  const fields = (schema.properties ?? {}) as Record<string, FieldSchema>;
  return Object.entries(fields).map(([name, field]) => describeField(name, field));
}

/** Describes an experiment for a command line, a form or another program. */
export function describeExperiment(experiment: Experiment): ExperimentDescription {
  const { id, title, summary, views } = experiment;
  return { id, title, summary, params: describeParameters(experiment), views };
}
