import type { Numbers } from '../../../../base/axes/index.js';
import type { FigureAxis } from '../../../../lab/plot/index.js';

/** How magnetic fields are shown: an axis in A/m becomes one in this unit. */
export interface FieldScale {
  /** Shown value of 1 A/m, in `unit`. */
  readonly factor: number;
  readonly unit: 'T' | 'Oe';
}

interface WithFields {
  readonly x: FigureAxis;
  readonly y: FigureAxis;
  readonly series: readonly {
    readonly x: Numbers;
    readonly y: Numbers;
    readonly lower?: Numbers;
    readonly upper?: Numbers;
  }[];
  readonly references?: readonly { readonly axis: 'x' | 'y'; readonly value: number }[];
}

/** A plot with its field axes in the unit that was chosen; others are left as they are. */
export function withFieldAxes<M extends WithFields>(model: M, scale: FieldScale): M {
  const isField = { x: model.x.unit === 'A/m', y: model.y.unit === 'A/m' };
  if (!isField.x && !isField.y) return model;
  const scaled = (values: Numbers): number[] => Array.from(values, (value) => value * scale.factor);
  const axis = (one: FigureAxis): FigureAxis => ({
    ...one,
    // µ₀H is what is given in teslas.
    label: scale.unit === 'T' ? `${one.label}, µ_{0}H` : one.label,
    unit: scale.unit,
    ...(one.min === undefined ? {} : { min: one.min * scale.factor }),
    ...(one.max === undefined ? {} : { max: one.max * scale.factor }),
  });
  return {
    ...model,
    x: isField.x ? axis(model.x) : model.x,
    y: isField.y ? axis(model.y) : model.y,
    series: model.series.map((one) => ({
      ...one,
      ...(isField.x ? { x: scaled(one.x) } : {}),
      ...(isField.y ? { y: scaled(one.y) } : {}),
      ...(isField.y && one.lower !== undefined ? { lower: scaled(one.lower) } : {}),
      ...(isField.y && one.upper !== undefined ? { upper: scaled(one.upper) } : {}),
    })),
    ...(model.references === undefined
      ? {}
      : {
          references: model.references.map((one) =>
            isField[one.axis] ? { ...one, value: one.value * scale.factor } : one,
          ),
        }),
  };
}
