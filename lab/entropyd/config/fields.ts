import { z } from 'zod';

/** What a field says of itself besides its type. */
interface FieldMeta {
  /** One sentence. */
  readonly help: string;
  /** SI unit, or what is counted. */
  readonly unit?: string;
}

const metaOf = ({ help, unit }: FieldMeta): { description: string; unit?: string } => ({
  description: help,
  ...(unit === undefined ? {} : { unit }),
});

/** A number from `min` to `max`, both allowed; the same words whatever is wrong with it. */
export function numberField(
  options: FieldMeta & {
    readonly min: number;
    readonly max: number;
    readonly default: number;
    readonly integer?: boolean;
  },
): z.ZodDefault<z.ZodNumber> {
  const { min, max, integer = false } = options;
  const error = `must be ${integer ? 'a whole number' : 'a number'} from ${min} to ${max}`;
  const number = integer ? z.int({ error }) : z.number({ error });
  return number.min(min, { error }).max(max, { error }).default(options.default).meta(metaOf(options));
}

/** Yes or no. */
export function flagField(options: FieldMeta & { readonly default: boolean }): z.ZodDefault<z.ZodBoolean> {
  return z.boolean({ error: 'must be true or false' }).default(options.default).meta(metaOf(options));
}

/** One of several words. */
export function choiceField<const T extends readonly [string, ...string[]]>(
  values: T,
  options: FieldMeta & { readonly default: T[number] },
) {
  const schema = z.enum(values, { error: `must be one of ${values.join(', ')}` });
  return schema.default(options.default as z.output<typeof schema> & string).meta(metaOf(options));
}

/** An absolute path, or null for none. */
export function pathField(options: FieldMeta & { readonly default: string | null }) {
  const error = 'must be an absolute path, or null';
  return z
    .string({ error })
    .regex(/^\/[^\0]*$/, { error })
    .nullable()
    .default(options.default)
    .meta(metaOf(options));
}
