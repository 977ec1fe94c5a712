import type { ComponentChildren } from 'preact';
import { useEffect, useId } from 'preact/hooks';

/** A page's frame: its one h1, what can be done, the content. Also names the window. */
export function Page(props: {
  readonly title: string;
  /** Beside the title: badges. */
  readonly note?: ComponentChildren;
  readonly toolbar?: ComponentChildren;
  readonly children: ComponentChildren;
  readonly class?: string | undefined;
}) {
  useEffect(() => {
    document.title = `${props.title} · Spindrift`;
  }, [props.title]);
  return (
    <div class={`page ${props.class ?? ''}`}>
      <div class="page-header">
        <h1 tabIndex={-1}>{props.title}</h1>
        {props.note}
        {props.toolbar !== undefined && <Toolbar label={props.title}>{props.toolbar}</Toolbar>}
      </div>
      {props.children}
    </div>
  );
}

/** A part of a page with a heading. */
export function Panel(props: {
  readonly title: string;
  readonly actions?: ComponentChildren;
  readonly children: ComponentChildren;
  readonly class?: string | undefined;
}) {
  const id = useId();
  return (
    <section class={`panel ${props.class ?? ''}`} aria-labelledby={id}>
      <div class="panel-head">
        <h2 id={id}>{props.title}</h2>
        {props.actions !== undefined && <div class="row">{props.actions}</div>}
      </div>
      {props.children}
    </section>
  );
}

/** Things to do, in a row. */
export function Toolbar(props: { readonly label: string; readonly children: ComponentChildren }) {
  return (
    <div class="toolbar" role="group" aria-label={props.label}>
      {props.children}
    </div>
  );
}

/** Where nothing is yet: what would be here, and how to get it. */
export function Empty(props: {
  readonly title: string;
  readonly children?: ComponentChildren;
  readonly action?: ComponentChildren;
}) {
  return (
    <div class="empty">
      <p class="empty-title">{props.title}</p>
      {props.children !== undefined && <p class="muted">{props.children}</p>}
      {props.action}
    </div>
  );
}
