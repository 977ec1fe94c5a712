import copyIcon from 'lucide-static/icons/copy.svg?raw';
import { toast } from '../app/toasts.js';
import { Button, IconButton } from './button.js';
import { kitTexts } from './messages.js';

/** Copies a text to the clipboard; says so. */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    toast('ok', kitTexts().copied);
  } catch {
    toast('warn', kitTexts().copyFailed);
  }
}

/** A button that copies. @param props.text made when it is pressed */
export function CopyButton(props: {
  readonly text: () => string;
  readonly label?: string | undefined;
  /** The symbol alone. */
  readonly compact?: boolean | undefined;
}) {
  const label = props.label ?? kitTexts().copy;
  const copy = (): void => void copyText(props.text());
  return props.compact === true ? (
    <IconButton label={label} icon={copyIcon} onClick={copy} />
  ) : (
    <Button icon={copyIcon} onClick={copy}>
      {label}
    </Button>
  );
}
