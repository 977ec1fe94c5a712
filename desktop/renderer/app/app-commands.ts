import type { PageDefinition } from '../page.js';
import { copyText } from '../ui/copy-button.js';
import { backend } from './backend.js';
import { openCheatSheet } from './cheat-sheet.js';
import { registerCommands, type Command } from './commands.js';
import { locale } from './i18n.js';
import { appTexts } from './messages.js';
import { togglePalette } from './palette.js';
import { navigate } from './router.js';
import { shellTexts } from './shell-messages.js';
import { preferLocale, toggleTheme } from './settings.js';
import { startTour } from './tour.js';

/** The commands that hold on every page. */
export function registerAppCommands(pages: readonly PageDefinition[]): void {
  const everywhere: Command[] = [
    { id: 'app.palette', title: () => appTexts().palette, shortcut: 'mod+k', run: togglePalette },
    { id: 'app.shortcuts', title: () => appTexts().shortcuts, shortcut: '?', run: openCheatSheet },
    { id: 'app.theme', title: () => appTexts().toggleTheme, shortcut: 'mod+shift+l', run: toggleTheme },
    { id: 'app.tour', title: () => appTexts().tour.start, run: startTour },
    {
      id: 'app.diagnostics',
      title: () => shellTexts().diagnostics,
      run: async () => copyText(await backend.call('system.diagnostics', {})),
    },
    {
      id: 'app.language',
      title: () => appTexts().switchLanguage,
      run: () => {
        preferLocale(locale.peek() === 'de' ? 'en' : 'de');
      },
    },
  ];
  const goTo = pages.map((page): Command => ({
    id: `go.${page.id}`,
    title: () => appTexts().goTo(page.title()),
    shortcut: `g ${page.key}`,
    run: () => navigate(page.id),
  }));
  registerCommands([...goTo, ...everywhere]);
}
