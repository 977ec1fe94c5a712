import { useSignal } from '@preact/signals';
import type { AssessmentEntry } from '../../../../rpc/api/index.js';
import { useStream } from '../../../app/hooks.js';
import { navigate } from '../../../app/router.js';
import { ErrorBox, Panel } from '../../../ui/index.js';
import { AssessmentTable } from './assessment-table.js';
import { BatteryPanel } from './battery-panel.js';
import { CaptureTable } from './capture-table.js';
import { CollectPanel } from './collect-panel.js';
import { ConditioningPanel } from './conditioning-panel.js';
import { assessTexts } from './messages.js';
import { isGoing, Running } from './running.js';

/** Lines of the list of assessments here; all of them are in the history. */
const RECENT = 10;

/** Collecting bits, and assessing them. */
export function AssessView({ assessments }: { readonly assessments: readonly AssessmentEntry[] }) {
  const t = assessTexts();
  const { value, problem } = useStream('entropy.captures', {});
  const wanted = useSignal<string | undefined>(undefined);
  const captures = value.value ?? [];
  // A file that was just collected is what one wants to assess next.
  const chosen = captures.find(({ capture }) => capture === wanted.value)?.capture ?? captures[0]?.capture;
  const ended = assessments.filter((entry) => !isGoing(entry)).slice(0, RECENT);
  return (
    <div class="stack">
      {problem.value !== undefined && <ErrorBox problem={problem.value} />}
      <CollectPanel />
      <CaptureTable captures={captures} chosen={chosen} onChoose={(capture) => (wanted.value = capture)} />
      <BatteryPanel capture={chosen} />
      <Running going={assessments.filter(isGoing)} />
      <Panel title={t.recent}>
        <AssessmentTable rows={ended} chosen={undefined} onChoose={(id) => navigate('entropy', ['history', id])} />
      </Panel>
      <ConditioningPanel />
    </div>
  );
}
