import { expect, it } from 'vitest';
import type { RunFigure } from '../../../rpc/api/index.js';
import { merged } from './use-run.js';

const figure = (id: string, title: string): RunFigure => ({
  id,
  figure: { kind: 'line', title, x: { label: 'x' }, y: { label: 'y' }, series: [] },
});

it('shows figures in their order, whenever they came, and the newest of each', () => {
  const first = merged([], { figures: [figure('curve', 'old'), figure('own', 'o')], order: ['map', 'curve', 'own'] });
  const then = merged(first, { figures: [figure('map', 'm'), figure('curve', 'new')], order: ['map', 'curve', 'own'] });
  expect(then.map(({ id, figure: { title } }) => [id, title])).toEqual([
    ['map', 'm'],
    ['curve', 'new'],
    ['own', 'o'],
  ]);
});
