import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

/** What a control inside a field must carry, so that label, hint and error belong to it. */
export interface ControlIds {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': 'true' | undefined;
}

/** What all fields take. */
export interface FieldProps {
  readonly label: string;
  /** What to know before typing: range, unit. */
  readonly hint?: ComponentChildren;
  /** What is wrong with what was typed. */
  readonly error?: string | undefined;
  readonly class?: string | undefined;
}

/** A label with its control, a hint, and what is wrong. */
export function Field(props: FieldProps & { readonly children: (ids: ControlIds) => ComponentChildren }) {
  const id = useId();
  const described = [
    ...(props.hint === undefined ? [] : [`${id}-hint`]),
    ...(props.error === undefined ? [] : [`${id}-error`]),
  ];
  return (
    <div class={`field ${props.class ?? ''}`}>
      <label for={id}>{props.label}</label>
      {props.children({
        id,
        'aria-describedby': described.length === 0 ? undefined : described.join(' '),
        'aria-invalid': props.error === undefined ? undefined : 'true',
      })}
      {props.hint !== undefined && (
        <div class="hint" id={`${id}-hint`}>
          {props.hint}
        </div>
      )}
      {props.error !== undefined && (
        <div class="field-error" id={`${id}-error`} role="alert">
          {props.error}
        </div>
      )}
    </div>
  );
}

/** A field for text. */
export function TextField(
  props: FieldProps & {
    readonly value: string;
    readonly onInput: (value: string) => void;
    /** Enter was pressed. */
    readonly onEnter?: (() => void) | undefined;
    readonly placeholder?: string | undefined;
    readonly type?: 'text' | 'search' | undefined;
    readonly disabled?: boolean | undefined;
    readonly mono?: boolean | undefined;
    /** Known answers to choose from; others can be typed. */
    readonly suggestions?: readonly string[] | undefined;
  },
) {
  const list = useId();
  return (
    <Field {...props}>
      {(ids) => (
        <>
          <input
            {...ids}
            class={`input ${props.mono === true ? 'mono' : ''}`}
            type={props.type ?? 'text'}
            value={props.value}
            placeholder={props.placeholder}
            disabled={props.disabled === true}
            list={props.suggestions === undefined ? undefined : list}
            spellcheck={false}
            autocomplete="off"
            onInput={(event) => props.onInput(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') props.onEnter?.();
            }}
          />
          {props.suggestions !== undefined && (
            <datalist id={list}>
              {props.suggestions.map((suggestion) => (
                <option key={suggestion} value={suggestion} />
              ))}
            </datalist>
          )}
        </>
      )}
    </Field>
  );
}

/** A choice of one from a few. */
export function Select<T extends string>(
  props: FieldProps & {
    readonly value: T;
    readonly options: readonly { readonly value: T; readonly label: string; readonly disabled?: boolean }[];
    readonly onChange: (value: T) => void;
    readonly disabled?: boolean | undefined;
  },
) {
  return (
    <Field {...props}>
      {(ids) => (
        <select
          {...ids}
          class="input"
          value={props.value}
          disabled={props.disabled === true}
          onChange={(event) => props.onChange(event.currentTarget.value as T)}
        >
          {props.options.map(({ value, label, disabled }) => (
            <option key={value} value={value} disabled={disabled === true} selected={value === props.value}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** Yes or no. */
export function Checkbox(props: {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly hint?: string | undefined;
  readonly disabled?: boolean | undefined;
}) {
  const id = useId();
  return (
    <div class="checkbox">
      <input
        id={id}
        type="checkbox"
        checked={props.checked}
        disabled={props.disabled === true}
        aria-describedby={props.hint === undefined ? undefined : `${id}-hint`}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      <label for={id}>{props.label}</label>
      {props.hint !== undefined && (
        <div class="hint" id={`${id}-hint`}>
          {props.hint}
        </div>
      )}
    </div>
  );
}
