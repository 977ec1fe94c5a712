import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Button, IconButton } from './button.js';
import { Icon } from './icon.js';

/** A line of a menu. */
export interface MenuItem {
  readonly label: string;
  readonly run: () => void;
  readonly icon?: string | undefined;
  readonly disabled?: boolean | undefined;
  /** One of several of which one holds. */
  readonly checked?: boolean | undefined;
}

/** A button that opens a list of things to do. Arrows move, Enter does, Esc closes. */
export function Menu(props: {
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly icon?: string | undefined;
  /** The symbol alone. */
  readonly compact?: boolean | undefined;
  readonly disabled?: boolean | undefined;
}) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const id = useId();
  const entries = (): HTMLButtonElement[] => [
    ...(root.current?.querySelectorAll<HTMLButtonElement>('[role^=menuitem]:not(:disabled)') ?? []),
  ];
  const close = (): void => {
    setOpen(false);
    root.current?.querySelector<HTMLButtonElement>(':scope > button')?.focus();
  };
  useEffect(() => {
    if (!open) return undefined;
    entries()[0]?.focus();
    const outside = (event: Event): void => {
      if (!(event.target instanceof Node) || root.current?.contains(event.target) !== true) setOpen(false);
    };
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, [open]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!open) return;
    const list = entries();
    const at = list.indexOf(document.activeElement as HTMLButtonElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: list.length - 1 }[event.key];
    if (event.key === 'Escape') close();
    else if (event.key === 'Tab') setOpen(false);
    else if (to !== undefined) list.at(to % list.length)?.focus();
    if (event.key !== 'Tab' && (to !== undefined || event.key === 'Escape')) event.preventDefault();
  };
  const shared = { onClick: () => setOpen(!open), expanded: open, hasPopup: 'menu', disabled: props.disabled } as const;
  return (
    <div class="menu" ref={root} onKeyDown={onKeyDown}>
      {props.compact === true && props.icon !== undefined ? (
        <IconButton {...shared} label={props.label} icon={props.icon} />
      ) : (
        <Button {...shared} icon={props.icon}>
          {props.label}
        </Button>
      )}
      {open && (
        <div class="menu-list" role="menu" id={id} aria-label={props.label}>
          {props.items.map((item) => (
            <button
              key={item.label}
              type="button"
              role={item.checked === undefined ? 'menuitem' : 'menuitemradio'}
              aria-checked={item.checked}
              tabIndex={-1}
              disabled={item.disabled === true}
              onClick={() => {
                close();
                item.run();
              }}
            >
              {item.icon !== undefined && <Icon svg={item.icon} />}
              {item.label}
              {item.checked === true && <span aria-hidden="true">✓</span>}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
