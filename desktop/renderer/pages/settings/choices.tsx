import type { Settings, SettingsChange } from '../../../rpc/api/index.js';
import { locale, type Locale } from '../../app/i18n.js';
import { showError } from '../../app/problems.js';
import { changeSettings, preferFieldUnit, preferLocale, preferTheme } from '../../app/settings.js';
import { themeChoice, THEMES } from '../../app/theme.js';
import { fieldUnit, FIELD_UNITS } from '../../app/units.js';
import { Checkbox, Panel, QuantityField, Select } from '../../ui/index.js';
import { settingsTexts } from './messages.js';

/** Languages, each in its own. */
const LANGUAGES: readonly { readonly value: Locale; readonly label: string }[] = [
  { value: 'en', label: 'English' },
  { value: 'de', label: 'Deutsch' },
];

/** What things look like. */
export function Appearance() {
  const t = settingsTexts();
  return (
    <Panel title={t.appearance}>
      <div class="stack">
        <Select
          label={t.theme}
          value={themeChoice.value}
          options={THEMES.map((value) => ({ value, label: t.themes[value] }))}
          onChange={preferTheme}
        />
        <Select label={t.language} value={locale.value} options={LANGUAGES} onChange={preferLocale} />
        <Select
          label={t.fieldUnit}
          value={fieldUnit.value}
          options={FIELD_UNITS.map((value) => ({ value, label: t.fieldUnits[value] }))}
          onChange={preferFieldUnit}
        />
      </div>
    </Panel>
  );
}

/** What runs and live views go by. */
export function Measuring({ settings }: { readonly settings: Settings }) {
  const t = settingsTexts();
  const change = (what: SettingsChange): void => void changeSettings(what).catch(showError);
  return (
    <Panel title={t.measuring}>
      <div class="stack">
        <QuantityField
          label={t.telemetry}
          hint={t.telemetryHint}
          unit="s"
          min={0.05}
          max={60}
          lazy
          value={settings.telemetryPeriodMs / 1000}
          onChange={(value) => {
            if (value !== undefined) change({ telemetryPeriodMs: Math.round(value * 1000) });
          }}
        />
        <QuantityField
          label={t.hostPower}
          hint={t.hostPowerHint}
          unit="W"
          min={0.1}
          max={500}
          optional
          lazy
          value={settings.hostWattsPerCore}
          onChange={(value) => change({ hostWattsPerCore: value ?? null })}
        />
        <Checkbox
          label={t.recordWire}
          hint={t.recordWireHint}
          checked={settings.recordWire}
          onChange={(recordWire) => change({ recordWire })}
        />
      </div>
    </Panel>
  );
}
