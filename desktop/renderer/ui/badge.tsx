import type { ComponentChildren } from 'preact';
import type { BoardKind } from '../../../firmware-host/host/index.js';
import { kitTexts } from './messages.js';

/** The colour that goes with a word. */
export type Tone = 'neutral' | 'accent' | 'ok' | 'warn' | 'danger';

/** A word that says what something is. */
export function Badge(props: {
  readonly tone?: Tone | undefined;
  readonly title?: string | undefined;
  readonly children: ComponentChildren;
}) {
  return (
    <span class={`badge badge-${props.tone ?? 'neutral'}`} title={props.title}>
      {props.children}
    </span>
  );
}

/** Whether a text names a kind of board. */
export function isBoardKind(text: unknown): text is BoardKind {
  return typeof text === 'string' && Object.hasOwn(kitTexts().kind, text);
}

/** What a board is; of one whose bits are pseudo-random also that they are no entropy. */
export function KindBadge({ kind, bits = true }: { readonly kind: BoardKind; readonly bits?: boolean }) {
  const t = kitTexts();
  return (
    <>
      <Badge tone={kind === 'real' ? 'ok' : 'neutral'}>{t.kind[kind]}</Badge>
      {bits && kind !== 'real' && <Badge tone="warn">{t.notEntropy}</Badge>}
    </>
  );
}

/** What a figure is worth; said in a word and by its outline, so that modelled is never taken for measured. */
export function WorthBadge({ worth }: { readonly worth: 'measured' | 'modelled' | 'estimated' }) {
  return <span class={`badge badge-${worth}`}>{kitTexts()[worth]}</span>;
}
