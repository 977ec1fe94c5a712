import { z } from 'zod';
import { entropydSchema, type EntropydConfig } from './schema.js';

/** The part of JSON Schema that the configuration uses. */
export interface FieldSchema {
  readonly type?: string;
  readonly description?: string;
  readonly unit?: string;
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly FieldSchema[];
  readonly properties?: Readonly<Record<string, FieldSchema>>;
  readonly items?: FieldSchema;
}

/** The JSON Schema of a configuration file, for editors. */
export function configJsonSchema(): FieldSchema & { readonly $schema: string; readonly title: string } {
  return {
    ...(z.toJSONSchema(entropydSchema, { io: 'input' }) as FieldSchema),
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Configuration of spindrift entropyd',
  };
}

/** A field of the configuration, for tables. */
export interface ConfigField {
  readonly path: string;
  readonly help: string;
  readonly unit: string;
  readonly allowed: string;
  /** As JSON. */
  readonly default: string;
}

/** Every field, in the order of the file; those of a board as `boards[].uri`. */
export function configFields(schema: FieldSchema = configJsonSchema(), path = ''): ConfigField[] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, field]) => {
    const here = path === '' ? key : `${path}.${key}`;
    if (field.properties !== undefined) return configFields(field, here);
    const { description = '', unit = '' } = field;
    const text = field.default === undefined ? '' : JSON.stringify(field.default);
    const own = { path: here, help: description, unit, allowed: allowedOf(field), default: text };
    return field.items === undefined ? [own] : [own, ...configFields(field.items, `${here}[]`)];
  });
}

/** A configuration as a file with comments that say what each field is, its unit and its range. */
export function configText(config: EntropydConfig): string {
  const schema = configJsonSchema();
  return `// ${schema.title}\n${objectText(config, schema, '')}\n`;
}

function objectText(value: Readonly<Record<string, unknown>>, schema: FieldSchema, indent: string): string {
  const deeper = `${indent}  `;
  const entries = Object.entries(value).map(([key, own], index, all) => {
    const field = schema.properties?.[key] ?? {};
    const comma = index === all.length - 1 ? '' : ',';
    const text =
      field.properties === undefined
        ? JSON.stringify(own, null, 2).replaceAll('\n', `\n${deeper}`)
        : objectText(own as Record<string, unknown>, field, deeper);
    const notes = [field.unit, allowedOf(field)].filter(Boolean).join(', ');
    const comment = `${deeper}// ${field.description ?? ''}${notes === '' ? '' : ` [${notes}]`}`;
    return `${comment}\n${deeper}${JSON.stringify(key)}: ${text}${comma}`;
  });
  return `{\n${entries.join('\n')}\n${indent}}`;
}

function allowedOf(field: FieldSchema): string {
  if (field.anyOf !== undefined) {
    const parts = field.anyOf.map((part) => (part.type === 'null' ? 'null' : allowedOf(part)));
    return parts.filter(Boolean).join(' or ');
  }
  if (field.enum !== undefined) return field.enum.join(', ');
  if (field.minimum !== undefined && field.maximum !== undefined) return `${field.minimum} … ${field.maximum}`;
  if (field.type === 'boolean') return 'true, false';
  if (field.type === 'array') return 'list';
  return field.type === 'string' ? 'text' : '';
}
