import { z } from 'zod';

/** What a parameter's field carries besides its type: shown by forms and help, and used to read quantities. */
export interface ParameterMeta {
  /** SI base unit; '' or absent for a plain number. */
  readonly unit?: string;
  readonly label?: string;
  /** One sentence. */
  readonly help?: string;
}

interface NumberOptions extends ParameterMeta {
  readonly default: number;
  readonly min?: number;
  readonly max?: number;
}

function ranged<T extends z.ZodNumber>(schema: T, { min, max }: NumberOptions): T {
  let result = schema;
  if (min !== undefined) result = result.min(min);
  if (max !== undefined) result = result.max(max);
  return result;
}

function metaOf({ unit, label, help }: ParameterMeta): Record<string, string> {
  return {
    ...(unit === undefined ? {} : { unit }),
    ...(label === undefined ? {} : { label }),
    ...(help === undefined ? {} : { help }),
  };
}

/** A real number with a unit: `quantity({ label: 'Read voltage', unit: 'V', default: 0.1, min: 0.05, max: 0.3 })`. */
export function quantity(options: NumberOptions & { readonly unit: string }): z.ZodDefault<z.ZodNumber> {
  return ranged(z.number(), options).default(options.default).meta(metaOf(options));
}

/** A whole number. */
export function count(options: NumberOptions): z.ZodDefault<z.ZodNumber> {
  return ranged(z.int(), options).default(options.default).meta(metaOf(options));
}

/** One of several words. */
export function choice<const T extends readonly [string, ...string[]]>(
  values: T,
  options: ParameterMeta & { readonly default: T[number] },
) {
  const schema = z.enum(values);
  return schema.default(options.default as z.output<typeof schema> & string).meta(metaOf(options));
}

/** Yes or no. */
export function flag(options: ParameterMeta & { readonly default: boolean }): z.ZodDefault<z.ZodBoolean> {
  return z.boolean().default(options.default).meta(metaOf(options));
}

/** Free text, such as a file name. */
export function text(options: ParameterMeta & { readonly default: string }): z.ZodDefault<z.ZodString> {
  return z.string().default(options.default).meta(metaOf(options));
}
