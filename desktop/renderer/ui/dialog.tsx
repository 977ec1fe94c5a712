import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import closeIcon from 'lucide-static/icons/x.svg?raw';
import { IconButton } from './button.js';
import { kitTexts } from './messages.js';

/** A dialog over everything: what is behind it can be neither reached nor read. Esc closes; the focus goes back to where it was. */
export function Dialog(props: {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
  /** Buttons at its end. */
  readonly actions?: ComponentChildren;
  readonly class?: string | undefined;
  readonly wide?: boolean | undefined;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const before = document.activeElement;
    const element = dialog.current;
    element?.showModal();
    return () => {
      element?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      class={`dialog ${props.wide === true ? 'dialog-wide' : ''} ${props.class ?? ''}`}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        props.onClose();
      }}
    >
      <div class="dialog-title">
        <h2 id={id}>{props.title}</h2>
        <IconButton label={kitTexts().close} icon={closeIcon} onClick={props.onClose} />
      </div>
      <div class="dialog-body">{props.children}</div>
      {props.actions !== undefined && <div class="dialog-actions">{props.actions}</div>}
    </dialog>
  );
}
