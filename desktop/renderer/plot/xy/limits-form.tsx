import { useSignal } from '@preact/signals';
import { formatQuantity, readQuantity } from '../../app/units.js';
import { plotTexts } from '../messages.js';
import { plainLabel } from '../../../../base/axes/index.js';
import type { Scene } from './scene.js';
import { rangeBetween, type Range } from './ranges.js';

/** Explicit ends of both axes, as quantities. */
export function LimitsForm({ scene, apply }: { readonly scene: Scene; readonly apply: (x: Range, y: Range) => void }) {
  const t = plotTexts();
  const wrong = useSignal('');
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const read = (axis: 'x' | 'y'): Range | undefined => {
      const log = axis === 'x' ? scene.frame.xLog : scene.frame.yLog;
      try {
        const ends = (['from', 'to'] as const).map((end) => {
          const text = form.get(`${axis}-${end}`);
          return readQuantity(typeof text === 'string' ? text : '', scene.model[axis].unit ?? '');
        });
        return rangeBetween(ends[0]!, ends[1]!, log);
      } catch {
        return undefined;
      }
    };
    const [x, y] = [read('x'), read('y')];
    if (x === undefined || y === undefined) wrong.value = t.badLimit;
    else apply(x, y);
  };
  return (
    <form class="plot-limits" onSubmit={submit} aria-label={t.limits}>
      {(['x', 'y'] as const).map((axis) => (
        <fieldset>
          <legend>{plainLabel(scene.model[axis].label)}</legend>
          {(['from', 'to'] as const).map((end, i) => (
            <label>
              <span>{t[end]}</span>
              <input
                name={`${axis}-${end}`}
                size={10}
                defaultValue={formatQuantity(scene[axis].domain[i]!, scene.model[axis].unit ?? '', 5)}
              />
            </label>
          ))}
        </fieldset>
      ))}
      <button type="submit" class="plot-tool">
        {t.apply}
      </button>
      <span role="alert">{wrong.value}</span>
    </form>
  );
}
