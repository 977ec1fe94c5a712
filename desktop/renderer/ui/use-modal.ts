import { useEffect, useRef } from 'preact/hooks';
import type { RefObject } from 'preact';

/** A dialog that stands above the page while its component is shown; what had the focus gets it back. */
export function useModal(): RefObject<HTMLDialogElement | null> {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    const element = dialog.current;
    element?.showModal();
    return () => {
      element?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return dialog;
}
