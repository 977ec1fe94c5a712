import type { ComponentChildren } from 'preact';
import type { ReadonlySignal } from '@preact/signals';

/** A figure with its name; several stand in a `<Stats>`. A signal as value updates by itself, without drawing anything else again. */
export function Stat(props: {
  readonly label: string;
  readonly value: ComponentChildren | ReadonlySignal<string>;
  /** A badge, an interval, a comparison. */
  readonly note?: ComponentChildren;
  readonly title?: string | undefined;
}) {
  return (
    <div class="stat" title={props.title}>
      <dt>{props.label}</dt>
      <dd>
        {props.value}
        {props.note !== undefined && <span class="stat-note">{props.note}</span>}
      </dd>
    </div>
  );
}

/** Figures beside each other. */
export function Stats({ children }: { readonly children: ComponentChildren }) {
  return <dl class="stats">{children}</dl>;
}

/** Names and values below each other, as of an identity. */
export function Facts(props: { readonly items: readonly (readonly [label: string, value: ComponentChildren])[] }) {
  return (
    <dl class="facts">
      {props.items.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
