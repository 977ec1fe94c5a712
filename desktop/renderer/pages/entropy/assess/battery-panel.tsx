import { useSignal } from '@preact/signals';
import type { BatteryName } from '../../../../../lab/entropy/index.js';
import type { DesktopApi } from '../../../../rpc/api/index.js';
import type { ParamsIn } from '../../../../rpc/define.js';
import { backend } from '../../../app/backend.js';
import { useAction } from '../../../app/hooks.js';
import { Button, NumberField, Panel, Select } from '../../../ui/index.js';
import { assessTexts } from './messages.js';

/** In the order in which they are offered: what most people want comes first. */
const ORDER: readonly BatteryName[] = ['non-iid', 'sts', 'bits', 'health', 'fips', 'ent', 'iid', 'restart'];

/** Chooses a battery with its options and starts it over a file. */
export function BatteryPanel({ capture }: { readonly capture: string | undefined }) {
  const t = assessTexts();
  const battery = useSignal<BatteryName>('non-iid');
  const alpha = useSignal(0.01);
  const streams = useSignal(1);
  const claim = useSignal(0.8);
  const rounds = useSignal(10_000);
  const seed = useSignal(1);
  const start = useAction((signal, of: string) => backend.call('entropy.assess', request(of), { signal }));
  const request = (of: string): ParamsIn<DesktopApi['entropy.assess']> => {
    const common = { capture: of, battery: battery.peek() };
    switch (common.battery) {
      case 'sts':
        return { ...common, alpha: alpha.peek(), streams: streams.peek() };
      case 'health':
      case 'restart':
        return { ...common, minEntropy: claim.peek() };
      case 'iid':
        return { ...common, rounds: rounds.peek(), seed: seed.peek() };
      default:
        return common;
    }
  };
  const chosen = battery.value;
  return (
    <Panel title={capture === undefined ? t.assess : t.assessOf(capture)}>
      <div class="form-grid">
        <Select
          label={t.battery}
          value={chosen}
          options={ORDER.map((value) => ({ value, label: t.batteries[value] }))}
          onChange={(next) => (battery.value = next)}
        />
        {chosen === 'sts' && (
          <>
            <NumberField
              label={t.alpha}
              value={alpha.value}
              min={1e-6}
              max={0.5}
              onChange={(next) => (alpha.value = next ?? 0.01)}
            />
            <NumberField
              label={t.streams}
              hint={t.streamsHint}
              value={streams.value}
              min={1}
              max={100_000}
              integer
              onChange={(next) => (streams.value = next ?? 1)}
            />
          </>
        )}
        {(chosen === 'health' || chosen === 'restart') && (
          <NumberField
            label={chosen === 'health' ? t.claim : t.initial}
            value={claim.value}
            min={0.01}
            max={1}
            onChange={(next) => (claim.value = next ?? 0.8)}
          />
        )}
        {chosen === 'iid' && (
          <>
            <NumberField
              label={t.rounds}
              value={rounds.value}
              min={1}
              max={1e6}
              integer
              onChange={(next) => (rounds.value = next ?? 10_000)}
            />
            <NumberField
              label={t.seed}
              value={seed.value}
              min={0}
              integer
              onChange={(next) => (seed.value = next ?? 1)}
            />
          </>
        )}
      </div>
      {capture === undefined && <p class="muted">{t.chooseCapture}</p>}
      <div class="row">
        <Button
          kind="primary"
          disabled={capture === undefined}
          busy={start.busy.value}
          onClick={() => capture !== undefined && start.run(capture)}
        >
          {t.start}
        </Button>
      </div>
    </Panel>
  );
}
