import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import closeIcon from 'lucide-static/icons/x.svg?raw';
import { Button, IconButton } from './button.js';
import { kitTexts } from './messages.js';
import { useModal } from './use-modal.js';

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
  const dialog = useModal();
  const id = useId();
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

/** Asks before something that cannot be taken back. */
export function ConfirmDialog(props: {
  readonly title: string;
  /** Names what is going to be done. */
  readonly confirm: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}) {
  return (
    <Dialog
      title={props.title}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={props.onClose}>{kitTexts().cancel}</Button>
          <Button
            kind="danger"
            onClick={() => {
              props.onClose();
              props.onConfirm();
            }}
          >
            {props.confirm}
          </Button>
        </>
      }
    >
      {props.children}
    </Dialog>
  );
}
