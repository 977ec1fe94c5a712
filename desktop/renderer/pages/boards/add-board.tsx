import { useState } from 'preact/hooks';
import { backend } from '../../app/backend.js';
import { selectBoard } from '../../app/boards.js';
import { useAction } from '../../app/hooks.js';
import { problemOf } from '../../app/problems.js';
import { Button, Dialog, TextField } from '../../ui/index.js';
import { adding } from './dialogs.js';
import { boardsTexts } from './messages.js';

/** Addresses that show what is possible. */
const EXAMPLES = [
  ['sim', 'sim:typical?seed=7'],
  ['aged', 'sim:aged?seed=3'],
  ['small', 'sim:ideal?rows=16&cols=16'],
  ['fault', 'sim:typical?fault=stuck-row:3@1000000'],
  ['emu', 'emu:typical?seed=7'],
  ['tcp', 'tcp://127.0.0.1:4711'],
  ['usb', 'usb:SD-0001'],
] as const;

/** Adds a board by its address. */
export function AddBoard() {
  const t = boardsTexts();
  const [uri, setUri] = useState('');
  const [error, setError] = useState<string>();
  const close = (): void => {
    adding.value = false;
  };
  const add = useAction(async (signal) => {
    const board = uri.trim();
    try {
      await backend.call('boards.add', { board }, { signal });
    } catch (cause) {
      setError(problemOf(cause).message);
      return;
    }
    selectBoard(board);
    close();
  });
  return (
    <Dialog
      title={t.add.title}
      wide
      onClose={close}
      actions={
        <Button kind="primary" disabled={uri.trim() === ''} busy={add.busy.value} onClick={() => add.run()}>
          {t.add.submit}
        </Button>
      }
    >
      <TextField
        label={t.add.label}
        hint={t.add.hint}
        mono
        value={uri}
        error={error}
        placeholder="sim:typical?seed=7"
        onInput={(next) => {
          setUri(next);
          setError(undefined);
        }}
        onEnter={() => add.run()}
      />
      <h3>{t.add.examples}</h3>
      <ul class="boards-examples">
        {EXAMPLES.map(([key, example]) => (
          <li key={key}>
            <Button
              kind="quiet"
              onClick={() => {
                setUri(example);
                setError(undefined);
              }}
            >
              <code>{example}</code>
            </Button>
            <span class="muted">{t.add.example[key]}</span>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
