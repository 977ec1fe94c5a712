import { expect, it } from 'vitest';
import { PresetShelf } from './presets.js';

function memory(text?: string) {
  let kept = text ?? null;
  return { getItem: () => kept, setItem: (_: string, value: string) => void (kept = value) };
}

it('remembers parameters by experiment and name', () => {
  const store = memory();
  const shelf = new PresetShelf(store);
  shelf.save('map', 'fine', { step: 1e-3 });
  shelf.save('map', 'coarse', { step: 0.1 });
  shelf.remove('map', 'coarse');
  expect(new PresetShelf(store).of('map')).toEqual({ fine: { step: 1e-3 } });
  expect(shelf.of('loop')).toEqual({});
});

it('begins anew where the store holds nonsense, and without a store', () => {
  expect(new PresetShelf(memory('{')).of('map')).toEqual({});
  const shelf = new PresetShelf(undefined);
  shelf.save('map', 'a', { x: 1 });
  expect(shelf.of('map')).toEqual({ a: { x: 1 } });
});
