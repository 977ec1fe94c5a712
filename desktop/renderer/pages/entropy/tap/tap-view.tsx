import playIcon from 'lucide-static/icons/play.svg?raw';
import stopIcon from 'lucide-static/icons/square.svg?raw';
import type { AssessmentEntry, TapStatus } from '../../../../rpc/api/index.js';
import { backend } from '../../../app/backend.js';
import { selectBoard, selectedBoard, selectedEntry } from '../../../app/boards.js';
import { useAction, useStream } from '../../../app/hooks.js';
import {
  Badge,
  Button,
  Empty,
  ErrorBox,
  KindBadge,
  Panel,
  Progress,
  Stat,
  Stats,
  type Tone,
} from '../../../ui/index.js';
import { entropyTexts } from '../messages.js';
import { Alarms } from './alarms.js';
import { HealthTable } from './health-table.js';
import { TapDiagram } from './tap-diagram.js';
import { TapForm } from './tap-form.js';
import { FAULTY_BOARD, FAULTY_PLAN, tapPlan, tapRequest } from './tap-plan.js';

/** The tap of the chosen board: options, diagram, health tests, alarms. */
export function TapView({ assessments }: { readonly assessments: readonly AssessmentEntry[] }) {
  const t = entropyTexts();
  const board = selectedBoard.value;
  const entry = selectedEntry.value;
  const { value, problem, retry } = useStream('entropy.status', board === undefined ? undefined : { board });
  const status = value.value ?? undefined;
  const over = status === undefined || status.ended !== null;
  const open = useAction((signal, uri: string) =>
    backend.call('entropy.open', tapRequest(uri, tapPlan.peek()), { signal }).finally(retry),
  );
  const example = useAction(async (signal) => {
    await backend.call('boards.add', { board: FAULTY_BOARD }, { signal });
    selectBoard(FAULTY_BOARD);
    tapPlan.value = FAULTY_PLAN;
    await backend.call('entropy.stop', { board: FAULTY_BOARD }, { signal });
    await backend.call('entropy.open', tapRequest(FAULTY_BOARD, FAULTY_PLAN), { signal });
  });
  const stop = useAction((signal, uri: string) => backend.call('entropy.stop', { board: uri }, { signal }));
  const test = useAction((signal, uri: string) => backend.call('entropy.test', { board: uri }, { signal }));
  if (board === undefined) return <Empty title={t.noBoard} />;
  const kind = entry?.identity?.kind ?? entry?.listing.kind;
  const stored = assessments.filter(({ battery, state }) => battery === 'non-iid' && state === 'finished');
  return (
    <div class="stack">
      <div class="row">
        {over ? (
          <Button kind="primary" icon={playIcon} busy={open.busy.value} onClick={() => open.run(board)}>
            {t.openTap}
          </Button>
        ) : (
          <Button kind="danger" icon={stopIcon} busy={stop.busy.value} onClick={() => stop.run(board)}>
            {t.stopTap}
          </Button>
        )}
        <Button disabled={over} busy={test.busy.value} onClick={() => test.run(board)}>
          {t.testNow}
        </Button>
        <Button busy={example.busy.value} onClick={() => example.run()} title={t.exampleHint}>
          {t.example}
        </Button>
        {kind !== undefined && <KindBadge kind={kind} />}
      </div>
      {kind !== undefined && kind !== 'real' && <p class="entropy-mark">{t.pseudoRandom}</p>}
      {problem.value !== undefined && <ErrorBox problem={problem.value} />}
      {over && <TapForm stored={stored} simulated={kind !== 'real'} />}
      {status === undefined ? <Empty title={t.noTap}>{t.noTapHint}</Empty> : <TapState status={status} />}
    </div>
  );
}

const TONES: Readonly<Record<TapStatus['state'], Tone>> = {
  starting: 'neutral',
  open: 'ok',
  recovering: 'warn',
  failed: 'danger',
};

function TapState({ status }: { readonly status: TapStatus }) {
  const t = entropyTexts();
  const { state, phase, assessment, counters, collecting, error, mode } = status;
  const help = state === 'failed' && mode === 'raw' ? t.stateHelp.rawFailed : t.stateHelp[state];
  return (
    <>
      <Panel title={t.diagram}>
        <div class="row entropy-state">
          <output aria-live="polite">
            <Badge tone={TONES[state]}>{t.states[state]}</Badge> {t.phases[phase]}
          </output>
          <span class="muted">{help}</span>
        </div>
        {phase === 'assessing' && (
          <Progress
            label={t.phases.assessing}
            done={Math.min(counters.startupBits, status.selfAssessmentBits)}
            total={status.selfAssessmentBits}
            unit="bit"
          />
        )}
        {collecting !== null && (
          <Progress
            label={t.collectingInto(collecting.capture)}
            done={collecting.bytes}
            total={collecting.wantedBytes}
            unit="B"
            etaS={collecting.etaS}
          />
        )}
        <TapDiagram status={status} />
        {assessment !== null && (
          <Stats>
            <Stat label={t.columns.h} value={t.credit(assessment.minEntropy.toFixed(4), assessment.origin)} />
          </Stats>
        )}
        {/* What to do stands with the alarms, in the words of the page and not of the command. */}
        {error !== null && <ErrorBox problem={{ name: 'HealthError', message: error.message }} />}
      </Panel>
      <Alarms status={status} />
      <HealthTable status={status} />
    </>
  );
}
