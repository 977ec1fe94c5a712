import { signal, type ReadonlySignal } from '@preact/signals';
import type { Settings, SettingsChange } from '../../rpc/api/index.js';
import { backend } from './backend.js';
import { followStream } from './follow.js';
import { locale, type Locale } from './i18n.js';
import { showError } from './problems.js';
import { theme, themeChoice, type ThemeChoice } from './theme.js';
import { fieldUnit, type FieldUnit } from './units.js';

const current = signal<Settings | undefined>(undefined);

/** What a person has chosen; nothing before the backend has told. */
export const settings: ReadonlySignal<Settings | undefined> = current;

/** Changes settings; null goes back to the default. */
export async function changeSettings(change: SettingsChange): Promise<void> {
  current.value = await backend.call('settings.change', change);
}

/** Everything back to the defaults. */
export async function resetSettings(): Promise<void> {
  current.value = await backend.call('settings.reset', {});
  themeChoice.value = 'system';
  fieldUnit.value = 'mT';
}

/** Chooses the theme: at once here, and for the next start. */
export function preferTheme(choice: ThemeChoice): void {
  themeChoice.value = choice;
  changeSettings({ theme: choice }).catch(showError);
}

/** The other theme than the one that is shown. */
export function toggleTheme(): void {
  preferTheme(theme.peek() === 'dark' ? 'light' : 'dark');
}

/** Chooses the language. */
export function preferLocale(choice: Locale): void {
  locale.value = choice;
  // The one for tests lasts as long as the page.
  if (choice !== 'pseudo') changeSettings({ locale: choice }).catch(showError);
}

/** Chooses how fields are shown. */
export function preferFieldUnit(choice: FieldUnit): void {
  fieldUnit.value = choice;
  changeSettings({ fieldUnit: choice }).catch(showError);
}

/** Follows the settings from now on: another window may change them. */
export function startSettings(): void {
  void followStream(
    backend,
    'settings.watch',
    {},
    new AbortController().signal,
    {},
    {
      item: (next) => {
        current.value = next;
        if (next.theme !== undefined) themeChoice.value = next.theme;
        if (next.locale !== undefined) locale.value = next.locale;
        if (next.fieldUnit !== undefined) fieldUnit.value = next.fieldUnit;
      },
      fail: showError,
    },
  );
}
