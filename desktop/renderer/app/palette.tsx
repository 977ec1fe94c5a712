import { signal } from '@preact/signals';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { commands, isEnabled, isMac, runCommand, type Command } from './commands.js';
import { fuzzyFilter } from './fuzzy.js';
import { showShortcut } from './keys.js';
import { appTexts } from './messages.js';
import { showError } from './problems.js';
import { useModal } from '../ui/use-modal.js';

const open = signal(false);

/** Opens the palette, or closes it. */
export function togglePalette(): void {
  open.value = !open.value;
}

const MOST = 50;

function Keys({ shortcut }: { readonly shortcut: string | undefined }) {
  return shortcut === undefined ? null : <kbd>{showShortcut(shortcut, isMac())}</kbd>;
}

/** Everything that can be done, found by a few letters. */
export function Palette() {
  return open.value ? <OpenPalette /> : null;
}

function OpenPalette() {
  const t = appTexts();
  const dialog = useModal();
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const all = commands.value;
  const found = useMemo(
    () => fuzzyFilter(query, all.filter(isEnabled), (command) => command.title()).slice(0, MOST),
    [query, all],
  );
  const chosen = Math.min(at, found.length - 1);
  useEffect(() => {
    dialog.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen, found]);
  const run = (command: Command | undefined): void => {
    if (command === undefined) return;
    open.value = false;
    // After the palette has given the focus back, so that the command may move it.
    queueMicrotask(() => runCommand(command, showError));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = { ArrowDown: chosen + 1, ArrowUp: chosen - 1 + found.length }[event.key];
    if (to !== undefined) setAt(found.length === 0 ? 0 : to % found.length);
    else if (event.key === 'Enter') run(found[chosen]);
    else return;
    event.preventDefault();
  };
  return (
    <dialog
      ref={dialog}
      class="dialog palette"
      aria-label={t.palette}
      onCancel={() => (open.value = false)}
      onClick={(event) => {
        if (event.target === event.currentTarget) open.value = false;
      }}
    >
      <input
        type="text"
        role="combobox"
        aria-expanded="true"
        aria-controls="palette-list"
        aria-activedescendant={found.length === 0 ? undefined : `palette-${chosen}`}
        aria-label={t.palette}
        aria-autocomplete="list"
        placeholder={t.paletteHint}
        autocomplete="off"
        spellcheck={false}
        value={query}
        onInput={(event) => {
          setQuery(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      {found.length === 0 ? (
        <p class="empty-line" role="status">
          {t.paletteEmpty}
        </p>
      ) : null}
      <ul id="palette-list" role="listbox" aria-label={t.palette} hidden={found.length === 0}>
        {found.map((command, index) => (
          <li
            key={command.id}
            id={`palette-${index}`}
            role="option"
            aria-selected={index === chosen}
            onPointerMove={() => setAt(index)}
            onClick={() => run(command)}
          >
            <span>{command.title()}</span>
            <Keys shortcut={command.shortcut} />
          </li>
        ))}
      </ul>
    </dialog>
  );
}
