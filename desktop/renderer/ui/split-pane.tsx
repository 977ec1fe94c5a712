import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { kitTexts } from './messages.js';

const STEP = 24;

/** Two panes beside each other with a divider that can be dragged or moved by the arrow keys. */
export function SplitPane(props: {
  readonly start: ComponentChildren;
  readonly end: ComponentChildren;
  /** Width of the first pane, px. */
  readonly initial?: number | undefined;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}) {
  const { min = 160, max = 640 } = props;
  const [width, setWidth] = useState(props.initial ?? 280);
  const drag = useRef<{ x: number; width: number }>(undefined);
  const set = (next: number): void => setWidth(Math.min(max, Math.max(min, next)));
  return (
    <div class="split" style={{ gridTemplateColumns: `minmax(0, ${width}px) 9px minmax(0, 1fr)` }}>
      <div class="split-pane">{props.start}</div>
      <div
        class="split-divider"
        role="separator"
        aria-orientation="vertical"
        aria-label={kitTexts().resize}
        aria-valuenow={width}
        aria-valuemin={min}
        aria-valuemax={max}
        tabIndex={0}
        onKeyDown={(event) => {
          const by = { ArrowLeft: -STEP, ArrowRight: STEP }[event.key];
          if (by === undefined) return;
          event.preventDefault();
          set(width + by);
        }}
        onPointerDown={(event) => {
          drag.current = { x: event.clientX, width };
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerMove={(event) => {
          if (drag.current !== undefined) set(drag.current.width + event.clientX - drag.current.x);
        }}
        onPointerUp={() => (drag.current = undefined)}
        onPointerCancel={() => (drag.current = undefined)}
      />
      <div class="split-pane">{props.end}</div>
    </div>
  );
}
