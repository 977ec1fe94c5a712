import { useEffect, useState } from 'preact/hooks';
import type { BoardLimits, DriveSettings } from '../../../../firmware-host/host/index.js';
import { backend } from '../../app/backend.js';
import { useAction } from '../../app/hooks.js';
import { toast } from '../../app/toasts.js';
import { fieldScale, formatQuantity } from '../../app/units.js';
import { Button, Panel, QuantityField } from '../../ui/index.js';
import { boardsTexts } from './messages.js';

type Key = keyof DriveSettings;

/** The largest amplitude that the board permits at a pulse width, V. */
export function largestAmplitude(limits: BoardLimits, widthS: number): number {
  const rung = limits.pulses.find((pulse) => widthS <= pulse.widthS);
  return Math.min(limits.amplitudeV.max, rung?.amplitudeV ?? (limits.pulses.length === 0 ? Infinity : 0));
}

/** What a setting may be. */
function boundsOf(limits: BoardLimits, key: Key): { min: number; max: number } {
  const { min, max } = limits[key];
  return key === 'amplitudeV' && limits.bipolar ? { min: -max, max } : { min, max };
}

const VOLTS: readonly Key[] = ['amplitudeV', 'biasV', 'readV'];
const SECONDS: readonly Key[] = ['pulseWidthS', 'settleS', 'readS'];
const ORDER: readonly Key[] = ['amplitudeV', 'pulseWidthS', 'settleS', 'readV', 'readS', 'biasV'];

/** The drive settings, with their ranges; what was typed stays until it is applied. */
export function DriveForm(props: {
  readonly board: string;
  readonly drive: DriveSettings | undefined;
  readonly limits: BoardLimits;
  readonly disabled: boolean;
}) {
  const t = boardsTexts().drive;
  const { board, drive, limits } = props;
  const [draft, setDraft] = useState<DriveSettings | undefined>(drive);
  const [wrong, setWrong] = useState<readonly Key[]>([]);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    setDraft((before) => before ?? drive);
  }, [drive]);
  const apply = useAction(async (signal, settings: DriveSettings) => {
    setDraft(await backend.call('boards.setDrive', { board, drive: settings }, { signal }));
    toast('ok', t.applied);
  });
  if (draft === undefined) return <Panel title={t.title}>{t.loading}</Panel>;
  const set = (key: Key, value: number | undefined): void => {
    if (value !== undefined) setDraft((before) => ({ ...(before ?? draft), [key]: value }));
  };
  const mark = (key: Key, valid: boolean): void =>
    setWrong((before) => (valid ? before.filter((other) => other !== key) : [...new Set([...before, key])]));
  const most = largestAmplitude(limits, draft.pulseWidthS);
  const tooHigh = Math.abs(draft.amplitudeV) > most;
  const scale = fieldScale();
  return (
    <Panel title={t.title}>
      <form
        key={turn}
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          apply.run(draft);
        }}
      >
        <div class="form-grid">
          {ORDER.map((key) => (
            <QuantityField
              key={key}
              label={t[key]}
              unit={VOLTS.includes(key) ? 'V' : SECONDS.includes(key) ? 's' : ''}
              {...boundsOf(limits, key)}
              value={draft[key]}
              error={
                key === 'amplitudeV' && tooHigh && !wrong.includes('amplitudeV')
                  ? t.tooHigh(formatQuantity(most, 'V'), formatQuantity(draft.pulseWidthS, 's'))
                  : undefined
              }
              onChange={(value) => set(key, value)}
              onValid={(valid) => mark(key, valid)}
            />
          ))}
          {limits.fieldAPerM.max === 0 ? (
            <p class="muted small">{t.noCoil}</p>
          ) : (
            <QuantityField
              label={t.fieldAPerM}
              unit={scale.unit}
              min={limits.fieldAPerM.min * scale.perAPerM}
              max={limits.fieldAPerM.max * scale.perAPerM}
              value={draft.fieldAPerM * scale.perAPerM}
              onChange={(value) => set('fieldAPerM', value === undefined ? undefined : value / scale.perAPerM)}
              onValid={(valid) => mark('fieldAPerM', valid)}
            />
          )}
        </div>
        <div class="row">
          <Button
            kind="primary"
            type="submit"
            disabled={props.disabled || wrong.length > 0 || tooHigh}
            busy={apply.busy.value}
          >
            {t.apply}
          </Button>
          <Button
            onClick={() => {
              setDraft(drive);
              setWrong([]);
              setTurn(turn + 1);
            }}
          >
            {t.reset}
          </Button>
        </div>
      </form>
    </Panel>
  );
}
