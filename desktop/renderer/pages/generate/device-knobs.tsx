import { useSignal } from '@preact/signals';
import { backend } from '../../app/backend.js';
import { selectBoard } from '../../app/boards.js';
import { useAction } from '../../app/hooks.js';
import { Button, NumberField, Select, TextField } from '../../ui/index.js';
import { deviceUri, readDevice, SCENARIOS, type SimulatedDevice } from './device-uri.js';
import { generateTexts } from './messages.js';

/** Chooses another simulated device: scenario, seed, temperature, faults. */
export function DeviceKnobs({ uri, disabled }: { readonly uri: string; readonly disabled: boolean }) {
  const t = generateTexts();
  const start = readDevice(uri);
  const device = useSignal(start);
  const shown = useSignal(uri);
  if (shown.value !== uri) {
    shown.value = uri;
    device.value = start;
  }
  const use = useAction(async (signal, to: string) => {
    await backend.call('boards.add', { board: to }, { signal });
    selectBoard(to);
  });
  const now = device.value;
  if (now === undefined) return null;
  const set = (part: Partial<SimulatedDevice>): void => void (device.value = { ...now, ...part });
  const number = (text: string): number | undefined => (text === '' ? undefined : Number(text));
  const target = deviceUri(now);
  return (
    <details>
      <summary>{t.device}</summary>
      <div class="stack">
        <div class="knobs">
          <Select
            label={t.scenario}
            value={now.scenario}
            options={SCENARIOS.map((value) => ({ value, label: t.scenarios[value] }))}
            onChange={(scenario) => set({ scenario })}
          />
          <NumberField
            label={t.deviceSeed}
            value={number(now.seed)}
            min={0}
            integer
            optional
            onChange={(value) => set({ seed: value === undefined ? '' : String(value) })}
          />
          <NumberField
            label={t.ambient}
            value={number(now.ambient)}
            min={-60}
            max={150}
            optional
            onChange={(value) => set({ ambient: value === undefined ? '' : String(value) })}
          />
          <TextField
            label={t.fault}
            hint={t.faultHint}
            value={now.fault}
            placeholder="stuck-row:5@1000000"
            onInput={(fault) => set({ fault })}
          />
        </div>
        <div class="row">
          <Button disabled={disabled || target === uri} busy={use.busy.value} onClick={() => use.run(target)}>
            {t.useDevice}
          </Button>
          <code class="ellipsis">{target}</code>
        </div>
      </div>
    </details>
  );
}
