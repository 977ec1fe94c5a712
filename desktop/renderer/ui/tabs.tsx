import type { ComponentChildren } from 'preact';
import { useId, useRef } from 'preact/hooks';

/** One tab. */
export interface Tab<T extends string> {
  readonly id: T;
  readonly label: string;
  readonly disabled?: boolean | undefined;
}

/** Views of which one is shown. Arrows move between tabs; only the shown view exists. */
export function Tabs<T extends string>(props: {
  readonly label: string;
  readonly tabs: readonly Tab<T>[];
  readonly value: T;
  readonly onChange: (id: T) => void;
  readonly children: ComponentChildren;
}) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent): void => {
    const able = props.tabs.filter(({ disabled }) => disabled !== true);
    const at = able.findIndex((tab) => tab.id === props.value);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: able.length - 1 }[event.key];
    if (to === undefined) return;
    const tab = able.at(to % able.length);
    if (tab === undefined) return;
    event.preventDefault();
    props.onChange(tab.id);
    list.current?.querySelector<HTMLButtonElement>(`[data-tab="${tab.id}"]`)?.focus();
  };
  return (
    <div class="tabs">
      <div class="tab-list" role="tablist" aria-label={props.label} ref={list} onKeyDown={move}>
        {props.tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`${id}-${tab.id}`}
            data-tab={tab.id}
            aria-selected={tab.id === props.value}
            aria-controls={tab.id === props.value ? `${id}-panel` : undefined}
            tabIndex={tab.id === props.value ? 0 : -1}
            disabled={tab.disabled === true}
            onClick={() => props.onChange(tab.id)}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div class="tab-panel" role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${props.value}`} tabIndex={0}>
        {props.children}
      </div>
    </div>
  );
}
