import { Command, Option } from 'commander';
import { formatSi, UsageError } from '../base/index.js';
import type { ExperimentDescription, ParameterDescription } from '../lab/experiments/index.js';
import { addGlobalOptions, addRunOptions } from './options.js';

/** The flag of a parameter: its name in kebab case, `--pulse-width-s` for `pulseWidthS`. */
export function flagName(parameter: string): string {
  return parameter.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();
}

/** Names that every experiment's command has already; a parameter of that name could not be reached. */
const TAKEN = new Set(['board', 'json', 'verbose', 'out', 'force', 'host-watts', 'help']);

/**
 * The command line of one experiment: a flag for each parameter, with unit, default and range in the help. Values are taken as
 * text, because only the experiment's schema knows their unit and range.
 * @throws {TypeError} if a parameter has the name of an option that every experiment has.
 */
export function experimentCommand({ id, title, summary, params }: ExperimentDescription): Command {
  const command = new Command(id)
    .description(`${title}. ${summary}`)
    .usage('[--parameter value …] [--out DIR] [--force]')
    .helpOption('-h, --help', 'show help')
    .showSuggestionAfterError();
  for (const parameter of params) {
    const flag = flagName(parameter.name);
    if (TAKEN.has(flag))
      throw new TypeError(`parameter ${parameter.name} of experiment ${id} has the name of a common option`);
    const value =
      parameter.type === 'boolean'
        ? '[yes|no]'
        : `<${parameter.unit ?? (parameter.choices === undefined ? 'value' : 'word')}>`;
    command.addOption(new Option(`--${flag} ${value}`, parameterHelp(parameter)));
  }
  addRunOptions(command);
  addGlobalOptions(command);
  return command;
}

/** Parameters may also be written by their name, `--pulseWidthS`; turns those into flags. */
export function namesToFlags(args: readonly string[], params: readonly ParameterDescription[]): string[] {
  const names = new Map(params.map(({ name }) => [name, flagName(name)]));
  return args.map((arg) => {
    const match = /^--([A-Za-z][A-Za-z0-9]*)(=.*)?$/.exec(arg);
    const flag = match === null ? undefined : names.get(match[1]!);
    return flag === undefined ? arg : `--${flag}${match?.[2] ?? ''}`;
  });
}

/** What was given for each parameter, as text; parameters that were not given are absent. */
export function givenParameters(
  options: Readonly<Record<string, unknown>>,
  params: readonly ParameterDescription[],
): Record<string, string> {
  const given: Record<string, string> = {};
  for (const { name } of params) {
    const value = options[attributeName(flagName(name))];
    if (value === undefined) continue;
    if (typeof value !== 'string' && value !== true) throw new UsageError(`--${flagName(name)} is given twice`);
    given[name] = value === true ? 'true' : value;
  }
  return given;
}

/** Help of a parameter: label, default and range, with units. */
export function parameterHelp(parameter: ParameterDescription): string {
  const { label, help, choices, unit = '' } = parameter;
  const text = (value: unknown): string =>
    typeof value === 'number' && unit !== '' ? trimmed(formatSi(value, unit)) : String(value);
  const range =
    choices !== undefined
      ? choices.join(', ')
      : parameter.min !== undefined && parameter.max !== undefined
        ? `${text(parameter.min)} … ${text(parameter.max)}`
        : undefined;
  const facts = [parameter.default === '' ? undefined : `default: ${text(parameter.default)}`, range]
    .filter(Boolean)
    .join('; ');
  return [help === undefined ? label : `${label}: ${help}`, facts === '' ? undefined : `(${facts})`]
    .filter(Boolean)
    .join(' ');
}

/** `100.0 mV` as `100 mV`: a default has no more digits than it was given. */
function trimmed(text: string): string {
  return text.replace(/(\.\d*?)0+(?=\u00a0|$)/, '$1').replace(/\.(?=\u00a0|$)/, '');
}

/** How commander names the value of `--pulse-width-s`. */
function attributeName(flag: string): string {
  return flag.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
