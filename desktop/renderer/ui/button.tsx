import type { ComponentChildren } from 'preact';
import { Icon } from './icon.js';

/** What all buttons take. */
export interface ButtonProps {
  readonly onClick?: (() => void) | undefined;
  readonly children?: ComponentChildren;
  /** `primary`: the one thing to do here; `danger`: cannot be undone; `quiet`: without outline. */
  readonly kind?: 'normal' | 'primary' | 'danger' | 'quiet' | undefined;
  /** Markup of a symbol. */
  readonly icon?: string | undefined;
  readonly disabled?: boolean | undefined;
  /** Something goes on that it started: it cannot be pressed again meanwhile. */
  readonly busy?: boolean | undefined;
  readonly type?: 'button' | 'submit' | undefined;
  /** Of a toggle. */
  readonly pressed?: boolean | undefined;
  readonly title?: string | undefined;
  readonly id?: string | undefined;
  readonly class?: string | undefined;
  /** A button that opens something: what, and whether it is open. */
  readonly expanded?: boolean | undefined;
  readonly hasPopup?: 'menu' | 'dialog' | 'listbox' | undefined;
}

/** A button with a text. */
export function Button(props: ButtonProps) {
  const { kind = 'normal', busy = false } = props;
  return (
    <button
      id={props.id}
      type={props.type ?? 'button'}
      class={`button button-${kind} ${props.class ?? ''}`}
      disabled={props.disabled === true}
      aria-disabled={busy ? 'true' : undefined}
      aria-busy={busy ? 'true' : undefined}
      aria-pressed={props.pressed}
      aria-expanded={props.expanded}
      aria-haspopup={props.hasPopup}
      title={props.title}
      onClick={() => {
        if (!busy) props.onClick?.();
      }}
    >
      {props.icon !== undefined && <Icon svg={props.icon} />}
      {props.children}
    </button>
  );
}

/** A button with a symbol alone; its name is spoken and shown when pointed at. */
export function IconButton(
  props: Omit<ButtonProps, 'children' | 'title'> & { readonly label: string; readonly icon: string },
) {
  return (
    <button
      id={props.id}
      type="button"
      class={`button icon-button button-${props.kind ?? 'quiet'} ${props.class ?? ''}`}
      disabled={props.disabled === true}
      aria-label={props.label}
      title={props.label}
      aria-pressed={props.pressed}
      aria-expanded={props.expanded}
      aria-haspopup={props.hasPopup}
      onClick={() => props.onClick?.()}
    >
      <Icon svg={props.icon} />
    </button>
  );
}
