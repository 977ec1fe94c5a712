import type { Verdict } from '../../../../../lab/entropy/index.js';
import { Badge } from '../../../ui/index.js';

/** PASS, REVIEW or FAIL: the same words in every language, as in files. */
export function VerdictBadge({ verdict }: { readonly verdict: Verdict | null }) {
  if (verdict === null) return <>–</>;
  return <Badge tone={verdict === 'PASS' ? 'ok' : verdict === 'REVIEW' ? 'warn' : 'danger'}>{verdict}</Badge>;
}
