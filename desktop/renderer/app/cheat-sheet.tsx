import { signal } from '@preact/signals';
import { plotTexts } from '../plot/messages.js';
import { Dialog } from '../ui/dialog.js';
import { commands, isMac } from './commands.js';
import { showShortcut } from './keys.js';
import { appTexts } from './messages.js';

const open = signal(false);

/** Opens the list of shortcuts. */
export function openCheatSheet(): void {
  open.value = true;
}

/** All shortcuts that hold now. */
export function ShortcutList() {
  const seen = new Set<string>();
  const rows = commands.value.filter(({ shortcut }) => {
    if (shortcut === undefined || seen.has(shortcut)) return false;
    seen.add(shortcut);
    return true;
  });
  return (
    <div class="sheet">
      {rows.map((command) => (
        <div key={command.id}>
          <span>{command.title()}</span>
          <kbd>{showShortcut(command.shortcut!, isMac())}</kbd>
        </div>
      ))}
    </div>
  );
}

/** The list of shortcuts over the page. */
export function CheatSheet() {
  if (!open.value) return null;
  return (
    <Dialog title={appTexts().shortcuts} wide onClose={() => (open.value = false)}>
      <ShortcutList />
      <h3>{appTexts().inPlots}</h3>
      <p>{plotTexts().keys}</p>
      <h3>{appTexts().inMaps}</h3>
      <p>{plotTexts().mapKeys}</p>
    </Dialog>
  );
}
