import type { settingsApi } from '../../rpc/api/settings.js';
import type { Handlers } from '../../rpc/define.js';
import { watchChanges } from '../changing.js';
import type { BackendContext } from '../context.js';
import { checkRunsDir } from '../store-folder.js';
import { SettingsStore } from '../settings-store.js';

/** What a person has chosen. */
export function settingsHandlers({ configDir, log, clock }: BackendContext): Handlers<typeof settingsApi> {
  const store = new SettingsStore(configDir, (text) => log.write('warn', text));
  return {
    'settings.watch': (_, { signal }) => watchChanges(store.changes, () => store.get(), { signal, clock }),
    'settings.change': async (change) => {
      if (typeof change.runsDir === 'string') await checkRunsDir(change.runsDir);
      return store.change(change);
    },
    'settings.reset': () => store.reset(),
  };
}
