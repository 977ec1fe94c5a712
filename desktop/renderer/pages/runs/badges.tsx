import { Badge, isBoardKind, KindBadge, type Tone } from '../../ui/index.js';
import type { RunRow } from '../../../rpc/api/runs.js';
import { runsTexts } from './messages.js';

const TONES: Readonly<Record<RunRow['state'], Tone>> = {
  running: 'accent',
  finished: 'ok',
  failed: 'danger',
  aborted: 'neutral',
  interrupted: 'warn',
};

/** How it stands with a run, in a word. */
export function StateBadge({ state }: { readonly state: RunRow['state'] }) {
  return <Badge tone={TONES[state]}>{runsTexts().state[state]}</Badge>;
}

/** What kind of board the data are of. */
export function SourceBadge({ kind, bits = false }: { readonly kind: string; readonly bits?: boolean }) {
  if (isBoardKind(kind)) return <KindBadge kind={kind} bits={bits} />;
  return <Badge>{kind === 'none' ? runsTexts().kind.none : runsTexts().kind.unknown}</Badge>;
}
