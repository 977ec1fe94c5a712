import icon from 'lucide-static/icons/terminal.svg?raw';
import type { PageDefinition } from '../../page.js';
import { Page, Tabs } from '../../ui/index.js';
import { LogView } from './log-view.js';
import { consoleTexts } from './messages.js';
import { ProtocolView } from './protocol-view.js';
import { exportWish, following, paused, view } from './state.js';
import './console.css';

function Console() {
  const t = consoleTexts();
  return (
    <Page title={t.title} class="console">
      <Tabs
        label={t.views}
        value={view.value}
        tabs={[
          { id: 'protocol', label: t.protocol },
          { id: 'log', label: t.log },
        ]}
        onChange={(id) => (view.value = id)}
      >
        {view.value === 'protocol' ? <ProtocolView /> : <LogView />}
      </Tabs>
    </Page>
  );
}

const isProtocol = (): boolean => view.value === 'protocol' && location.hash.startsWith('#/console');

/** The page. */
export const consolePage: PageDefinition = {
  id: 'console',
  title: () => consoleTexts().title,
  icon,
  component: Console,
  key: 't',
  order: 80,
  commands: [
    {
      id: 'console.pause',
      title: () => `${consoleTexts().title}: ${paused.value ? consoleTexts().resume : consoleTexts().pause}`,
      shortcut: 'p',
      enabled: isProtocol,
      run: () => {
        paused.value = !paused.value;
      },
    },
    {
      id: 'console.follow',
      title: () => `${consoleTexts().title}: ${consoleTexts().follow}`,
      shortcut: 'f',
      enabled: isProtocol,
      run: () => {
        following.value = !following.value;
      },
    },
    {
      id: 'console.export',
      title: () => `${consoleTexts().title}: ${consoleTexts().export}`,
      shortcut: 'e',
      enabled: isProtocol,
      run: () => {
        exportWish.value += 1;
      },
    },
  ],
};
