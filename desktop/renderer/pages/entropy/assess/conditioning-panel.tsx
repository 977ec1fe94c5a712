import { useSignal } from '@preact/signals';
import { useCall } from '../../../app/hooks.js';
import { Badge, ErrorBox, NumberField, Panel, Stat, Stats } from '../../../ui/index.js';
import { assessTexts } from './messages.js';

/** Calculator of what an output of a conditioning function is worth. */
export function ConditioningPanel() {
  const t = assessTexts();
  const sizes = useSignal({ nIn: 512, nOut: 256, nw: 256, hIn: 320 });
  const { value, problem } = useCall('entropy.conditioning', sizes.value);
  const found = value.value;
  const field = (key: 'nIn' | 'nOut' | 'nw' | 'hIn') => (
    <NumberField
      label={t[key]}
      value={sizes.value[key]}
      min={1}
      max={1e6}
      onChange={(next) => next !== undefined && (sizes.value = { ...sizes.peek(), [key]: next })}
    />
  );
  return (
    <Panel title={t.conditioning}>
      <p class="muted small">{t.conditioningHint}</p>
      <div class="form-grid">
        {field('nIn')}
        {field('nOut')}
        {field('nw')}
        {field('hIn')}
      </div>
      {problem.value !== undefined ? (
        <ErrorBox problem={problem.value} />
      ) : (
        found !== undefined && (
          <Stats>
            <Stat label={t.credited} value={`${found.hOut.toFixed(4)} bit`} />
            <Stat
              label={t.perBit}
              value={found.perBit.toFixed(6)}
              note={<Badge tone={found.fullEntropy ? 'ok' : 'neutral'}>{found.fullEntropy ? t.full : t.notFull}</Badge>}
            />
          </Stats>
        )
      )}
    </Panel>
  );
}
