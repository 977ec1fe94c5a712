import { useSignal } from '@preact/signals';
import exportIcon from 'lucide-static/icons/download.svg?raw';
import { useCommands } from '../../app/commands.js';
import { useStream } from '../../app/hooks.js';
import { Button, ErrorBox } from '../../ui/index.js';
import { ExportDialog } from './export-dialog.js';
import { runsTexts } from './messages.js';

/** The exports of a run, where it is shown: it need not have ended. @param props.name of its folder */
export function ExportRun({ name }: { readonly name: string }) {
  const t = runsTexts();
  const open = useSignal(false);
  const { value, problem } = useStream('runs.follow', open.value ? { run: name } : undefined);
  const show = (): void => void (open.value = true);
  useCommands([{ id: 'runs.export', title: () => t.export, shortcut: 'e', run: show }], name);
  return (
    <>
      <Button icon={exportIcon} hasPopup="dialog" onClick={show}>
        {t.export}
      </Button>
      {open.value && problem.value !== undefined && <ErrorBox problem={problem.value} />}
      {open.value && value.value !== undefined && (
        <ExportDialog run={value.value} onClose={() => (open.value = false)} />
      )}
    </>
  );
}
