import { describe, expect, it } from 'vitest';
import type { ParameterDescription } from '../lab/experiments/index.js';
import { experimentCommand, flagName, givenParameters, namesToFlags, parameterHelp } from './experiment-flags.js';

const params: readonly ParameterDescription[] = [
  { name: 'pulseWidthS', type: 'number', label: 'Pulse width', unit: 's', default: 7e-10, min: 2e-10, max: 5e-9 },
  { name: 'shots', type: 'integer', label: 'Shots', help: 'Each pulses every cell.', default: 100, min: 1, max: 1000 },
  { name: 'controller', type: 'boolean', label: 'Controller', default: true },
  { name: 'mode', type: 'choice', label: 'Mode', default: 'raw', choices: ['raw', 'half'] },
  { name: 'model', type: 'string', label: 'Model', default: '' },
];

function parse(...args: string[]): Record<string, string> {
  const command = experimentCommand({ id: 'demo', title: 'Demo', summary: 'Shows.', params, views: [] }).exitOverride();
  command.configureOutput({ writeErr: () => undefined });
  command.parse(namesToFlags(args, params), { from: 'user' });
  return givenParameters(command.opts(), params);
}

describe('flags of an experiment', () => {
  it('are the parameters in kebab case', () => {
    expect(['pulseWidthS', 'shots', 'mtjD2'].map(flagName)).toEqual(['pulse-width-s', 'shots', 'mtj-d2']);
  });

  it('are handed on as text, only those that were given', () => {
    expect(parse('--pulse-width-s', '1.2ns', '--shots=5', '--mode', 'half')).toEqual({
      pulseWidthS: '1.2ns',
      shots: '5',
      mode: 'half',
    });
    expect(parse()).toEqual({});
  });

  it('may be written by the name of the parameter', () => {
    expect(parse('--pulseWidthS', '1.2ns', '--pulseWidthS=3ns')).toEqual({ pulseWidthS: '3ns' });
  });

  it('take a boolean with or without a value', () => {
    expect(parse('--controller')).toEqual({ controller: 'true' });
    expect(parse('--controller', 'no')).toEqual({ controller: 'no' });
  });

  it('refuse what is no parameter', () => expect(() => parse('--voltage', '1V')).toThrow(/unknown option '--voltage'/));

  it('cannot hide a common option', () => {
    const taken = { id: 'x', title: '', summary: '', views: [], params: [{ ...params[4]!, name: 'out' }] };
    expect(() => experimentCommand(taken)).toThrow(/parameter out/);
  });
});

describe('parameterHelp', () => {
  it('shows default and range with units, in no more digits than they have', () => {
    expect(params.map(parameterHelp)).toEqual([
      'Pulse width (default: 700\u00a0ps; 200\u00a0ps … 5\u00a0ns)',
      'Shots: Each pulses every cell. (default: 100; 1 … 1000)',
      'Controller (default: true)',
      'Mode (default: raw; raw, half)',
      'Model',
    ]);
  });
});
