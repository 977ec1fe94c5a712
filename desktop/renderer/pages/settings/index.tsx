import icon from 'lucide-static/icons/settings.svg?raw';
import { settings } from '../../app/settings.js';
import type { PageDefinition } from '../../page.js';
import { Page, Panel } from '../../ui/index.js';
import { ShortcutList } from '../../app/cheat-sheet.js';
import { About, RunFolder, StartOver } from './about.js';
import { Appearance, Measuring } from './choices.js';
import { settingsTexts } from './messages.js';
import './settings.css';

function SettingsView() {
  const t = settingsTexts();
  const chosen = settings.value;
  return (
    <Page title={t.title}>
      {chosen === undefined ? (
        <p role="status" aria-busy="true">
          {t.loading}
        </p>
      ) : (
        <div class="settings">
          <Appearance />
          <Measuring settings={chosen} />
          <RunFolder settings={chosen} />
          <StartOver />
          <About />
          <Panel title={t.shortcuts}>
            <ShortcutList />
          </Panel>
        </div>
      )}
    </Page>
  );
}

/** The page. */
export const settingsPage: PageDefinition = {
  id: 'settings',
  title: () => settingsTexts().title,
  icon,
  component: SettingsView,
  key: 's',
  order: 90,
};
