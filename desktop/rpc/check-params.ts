import type { z } from 'zod';

function show(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (typeof value === 'string') return JSON.stringify(value.length > 80 ? `${value.slice(0, 80)}…` : value);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return Array.isArray(value) ? 'a list' : `a value of type ${typeof value}`;
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  let found = value;
  for (const key of path) {
    if (typeof found !== 'object' || found === null) return undefined;
    found = (found as Record<PropertyKey, unknown>)[key];
  }
  return found;
}

/** What is counted where it is not the value itself. */
const counted: Readonly<Record<string, string>> = { string: ' characters', array: ' entries' };

function expectation(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${/^[aeiou]/.test(issue.expected) ? 'an' : 'a'} ${issue.expected}`;
    case 'too_small':
      return `must ${issue.inclusive === false ? 'exceed' : 'be at least'} ${String(issue.minimum)}${counted[issue.origin] ?? ''}`;
    case 'too_big':
      return `must be ${issue.inclusive === false ? 'below' : 'at most'} ${String(issue.maximum)}${counted[issue.origin] ?? ''}`;
    case 'invalid_value':
      return `must be one of ${issue.values.map(show).join(', ')}`;
    case 'unrecognized_keys':
      return `has unknown keys: ${issue.keys.join(', ')}`;
    default:
      return `is not acceptable: ${issue.message}`;
  }
}

/** The type of what is there is right, only its value is not. */
function isOfType(issue: z.core.$ZodIssue, value: unknown): boolean {
  if (issue.code === 'invalid_type') return typeof value === (issue.expected === 'int' ? 'number' : issue.expected);
  if (issue.code === 'invalid_value') return issue.values.some((allowed) => typeof allowed === typeof value);
  return issue.code !== 'invalid_union';
}

/**
 * Checks what a caller gave and fills in defaults.
 * @throws TypeError for a wrong type, RangeError for a wrong value; both name the method, the field and the value
 */
export function checkParams(method: string, schema: z.ZodType, params: unknown): unknown {
  const parsed = schema.safeParse(params);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0]!;
  const value = at(params, issue.path);
  const field = issue.path.length === 0 ? 'the parameters' : issue.path.map(String).join('.');
  const message = `${method}: ${field} ${expectation(issue)}, got ${show(value)}`;
  throw isOfType(issue, value) ? new RangeError(message) : new TypeError(message);
}
