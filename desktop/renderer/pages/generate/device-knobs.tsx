import { useSignal } from '@preact/signals';
import { backend } from '../../app/backend.js';
import { selectBoard } from '../../app/boards.js';
import { useAction } from '../../app/hooks.js';
import { Button, NumberField, Select, TextField } from '../../ui/index.js';
import { generateTexts } from './messages.js';

const SCENARIOS = ['typical', 'ideal', 'aged', 'broken', 'paper'] as const;
type Scenario = (typeof SCENARIOS)[number];

/** What of a simulated device can be chosen. */
export interface SimulatedDevice {
  readonly scenario: Scenario;
  readonly seed: string;
  /** °C */
  readonly ambient: string;
  readonly fault: string;
}

/** Reads the URI of a simulated board; nothing for other boards. */
export function readDevice(uri: string): SimulatedDevice | undefined {
  if (!uri.startsWith('sim:')) return undefined;
  const [name = '', query = ''] = uri.slice(4).split('?', 2);
  const keys = new URLSearchParams(query);
  const scenario = SCENARIOS.find((one) => one === name) ?? 'typical';
  const value = (key: string): string => keys.get(key) ?? '';
  return { scenario, seed: value('seed'), ambient: value('ambient'), fault: value('fault') };
}

/** The URI of a simulated board. */
export function deviceUri({ scenario, ...keys }: SimulatedDevice): string {
  const given = Object.entries(keys).filter(([, value]) => value.trim() !== '');
  // Faults are written with colons, which need no escaping here.
  const query = given.map(
    ([key, value]) =>
      `${key}=${encodeURIComponent(value.trim()).replaceAll('%3A', ':').replaceAll('%2C', ',').replaceAll('%40', '@')}`,
  );
  return `sim:${scenario}${query.length === 0 ? '' : `?${query.join('&')}`}`;
}

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
