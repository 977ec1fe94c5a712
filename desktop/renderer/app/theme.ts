import { computed, effect, signal, type ReadonlySignal } from '@preact/signals';
import { preference } from './preferences.js';

/** What can be chosen. */
export const THEMES = ['system', 'light', 'dark'] as const;
export type ThemeChoice = (typeof THEMES)[number];

/** What was chosen. */
export const themeChoice = preference<ThemeChoice>('theme', 'system', THEMES);

const systemDark = signal(false);

/** What is shown. Plots redraw when it changes. */
export const theme: ReadonlySignal<'light' | 'dark'> = computed(() => {
  if (themeChoice.value !== 'system') return themeChoice.value;
  return systemDark.value ? 'dark' : 'light';
});

/** The value of a design token at this moment: `token('--accent')`. Read it again when `theme` changes. */
export function token(name: `--${string}`): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

/** Follows the system's preference and marks the document. */
export function startTheme(): void {
  const query = matchMedia('(prefers-color-scheme: dark)');
  systemDark.value = query.matches;
  query.addEventListener('change', () => (systemDark.value = query.matches));
  effect(() => {
    document.documentElement.dataset['theme'] = theme.value;
  });
}
