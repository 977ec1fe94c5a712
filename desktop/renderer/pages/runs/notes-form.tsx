import { useSignal } from '@preact/signals';
import type { RunDetails } from '../../../rpc/api/runs.js';
import { backend } from '../../app/backend.js';
import { useAction } from '../../app/hooks.js';
import { formatDateTime } from '../../app/i18n.js';
import { problemOf } from '../../app/problems.js';
import { toast } from '../../app/toasts.js';
import { Button, Field, Panel, TextField } from '../../ui/index.js';
import { runsTexts } from './messages.js';

/** Title, text and tags of a run. A change that somebody else made meanwhile is never overwritten. */
export function NotesForm({ run }: { readonly run: RunDetails }) {
  const t = runsTexts();
  const { notes } = run;
  const title = useSignal(notes.title);
  const text = useSignal(notes.text);
  const tags = useSignal(notes.tags.join(' '));
  const error = useSignal<string | undefined>(undefined);
  const save = useAction(async (signal) => {
    error.value = undefined;
    const change = { title: title.value, text: text.value, tags: tags.value.split(/\s+/).filter((tag) => tag !== '') };
    try {
      await backend.call('runs.annotate', { run: run.name, change, revision: notes.revision }, { signal });
      toast('ok', t.saved);
    } catch (cause) {
      error.value = problemOf(cause).message;
    }
  });
  return (
    <Panel title={t.notes}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          save.run();
        }}
      >
        <TextField label={t.noteTitle} value={title.value} onInput={(value) => (title.value = value)} />
        <Field label={t.noteText}>
          {(ids) => (
            <textarea
              {...ids}
              class="input runs-note"
              rows={4}
              value={text.value}
              onInput={(event) => (text.value = event.currentTarget.value)}
            />
          )}
        </Field>
        <TextField
          label={t.noteTags}
          hint={t.noteTagsHint}
          value={tags.value}
          onInput={(value) => {
            tags.value = value;
            error.value = undefined;
          }}
          error={error.value}
        />
        <div class="row">
          <Button type="submit" busy={save.busy.value}>
            {t.save}
          </Button>
          {notes.updated !== '' && <span class="muted small">{formatDateTime(notes.updated)}</span>}
        </div>
        {notes.history.length > 0 && (
          <details>
            <summary class="small">{t.history(notes.history.length)}</summary>
            <ul class="small">
              {notes.history.map(({ time, before }) => (
                <li key={time}>
                  {formatDateTime(time)}: <code>{JSON.stringify(before)}</code>
                </li>
              ))}
            </ul>
          </details>
        )}
      </form>
    </Panel>
  );
}
