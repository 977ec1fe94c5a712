import { Badge, Button } from '../../ui/index.js';
import { boardsTexts } from './messages.js';

/** A fault that the board holds, and the way out of it. */
export function LatchedFault({ code, onClear }: { readonly code: string; readonly onClear: () => void }) {
  return (
    <span class="row">
      <Badge tone="danger">{code}</Badge>
      <Button onClick={onClear}>{boardsTexts().state.clearFault}</Button>
    </span>
  );
}
