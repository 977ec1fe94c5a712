import { useEffect, useState } from 'preact/hooks';
import { formatField, formatPlain, formatQuantity, plainNumber, readQuantity } from '../app/units.js';
import { Field, type FieldProps } from './field.js';
import { kitTexts } from './messages.js';

/** What a number may be. */
export interface Bounds {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly integer?: boolean | undefined;
}

/** The range in words. @param show how to write one of its ends */
export function rangeText({ min, max }: Bounds, show: (value: number) => string): string | undefined {
  const t = kitTexts();
  if (min !== undefined && max !== undefined) return t.range(show(min), show(max));
  if (min !== undefined) return t.atLeast(show(min));
  return max === undefined ? undefined : t.atMost(show(max));
}

/** Beyond these digits a value comes from a conversion, and nobody typed it. */
const TYPED_DIGITS = 10;
const ROUNDED_DIGITS = 6;

/** The shortest way to write a quantity that reads back as the same value; of a value that was converted, six digits. */
export function writeQuantity(value: number, unit: string): string {
  if (unit === '') return formatPlain(value);
  for (let digits = 1; digits <= TYPED_DIGITS; digits++) {
    const text = formatQuantity(value, unit, digits);
    if (readQuantity(text, unit) === value) return text;
  }
  return formatQuantity(value, unit, ROUNDED_DIGITS);
}

/** What typed text is worth. @returns the value, or what is wrong with the text */
export function checkQuantity(text: string, unit: string, bounds: Bounds): { value: number } | { error: string } {
  const t = kitTexts();
  let value: number;
  try {
    value = readQuantity(text, unit);
  } catch {
    return { error: t.notAQuantity(unit === '' ? '1' : unit, writeQuantity(bounds.max ?? 1, unit)) };
  }
  if (bounds.integer === true && !Number.isInteger(value)) return { error: t.notAWholeNumber };
  const outside = (bounds.min !== undefined && value < bounds.min) || (bounds.max !== undefined && value > bounds.max);
  const range = outside ? rangeText(bounds, (end) => writeQuantity(end, unit)) : undefined;
  return range === undefined ? { value } : { error: t.outside(range) };
}

interface QuantityFieldProps extends FieldProps, Bounds {
  /** SI base units; nothing: empty. */
  readonly value: number | undefined;
  /** SI base unit: `s`, `V`, `A/m`. */
  readonly unit: string;
  /** Told whenever what is typed is a value that may be; nothing when it was emptied and `optional`. */
  readonly onChange: (value: number | undefined) => void;
  /** Told whether what stands in the field is fine. */
  readonly onValid?: ((valid: boolean) => void) | undefined;
  readonly optional?: boolean | undefined;
  /** Told only when the field is left or Enter is pressed: for what takes effect at once. */
  readonly lazy?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  readonly placeholder?: string | undefined;
}

/** A field for a quantity: takes `1.2 ns`, `-1.5 V`, `850m`; shows the range; says what is wrong. The value is in SI base units. */
export function QuantityField(props: QuantityFieldProps) {
  const { value, unit, min, max, integer } = props;
  const [text, setText] = useState(value === undefined ? '' : writeQuantity(value, unit));
  const [error, setError] = useState<string>();
  // A value that came from elsewhere replaces what is typed, unless the text says the same.
  useEffect(() => {
    const typed = text.trim() === '' ? undefined : checkQuantity(text, unit, {});
    const same = typed === undefined ? value === undefined : 'value' in typed && typed.value === value;
    if (same) return;
    setText(value === undefined ? '' : writeQuantity(value, unit));
    setError(undefined);
  }, [value, unit]);
  const range = rangeText({ min, max }, (end) => writeQuantity(end, unit));
  const wrong = props.error ?? error;
  // A refusal that names the range says it in its place.
  const said = range !== undefined && wrong?.includes(range) === true;
  // A field is thought of in the unit that was chosen for it.
  const field = unit === 'A/m' && value !== undefined && value !== 0 ? `≙ ${formatField(value)}` : undefined;
  const hints = [field, said ? undefined : range, props.hint].filter((part) => part !== undefined);
  const change = (next: string, done: boolean): void => {
    setText(next);
    const empty = plainNumber(next) === '';
    const read = empty ? { error: kitTexts().required } : checkQuantity(next, unit, { min, max, integer });
    const fine = (empty && props.optional === true) || 'value' in read;
    setError(fine || !('error' in read) ? undefined : read.error);
    props.onValid?.(fine);
    if (fine && (done || props.lazy !== true)) props.onChange('value' in read ? read.value : undefined);
  };
  return (
    <Field
      label={props.label}
      class={props.class}
      error={wrong}
      hint={hints.length === 0 ? undefined : hints.map((hint, index) => <div key={index}>{hint}</div>)}
    >
      {(ids) => (
        <input
          {...ids}
          class="input num"
          type="text"
          inputMode="text"
          value={text}
          placeholder={props.placeholder}
          disabled={props.disabled === true}
          spellcheck={false}
          autocomplete="off"
          onInput={(event) => change(event.currentTarget.value, false)}
          onChange={(event) => {
            if (props.lazy === true) change(event.currentTarget.value, true);
          }}
          onBlur={() => {
            if (props.lazy !== true && error === undefined && value !== undefined) setText(writeQuantity(value, unit));
          }}
        />
      )}
    </Field>
  );
}

/** A field for a plain number. */
export function NumberField(props: Omit<QuantityFieldProps, 'unit'>) {
  return <QuantityField {...props} unit="" />;
}
