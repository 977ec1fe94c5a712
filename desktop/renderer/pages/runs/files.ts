import { backend } from '../../app/backend.js';
import { saveBytes } from '../../app/files.js';
import { navigate } from '../../app/router.js';
import { showError } from '../../app/problems.js';
import { toast } from '../../app/toasts.js';
import { trackWork } from '../../app/works.js';
import { FileError, plainName } from '../../../../base/index.js';
import { UPLOAD_PIECE } from '../../../rpc/api/runs.js';
import { runsTexts } from './messages.js';

/** Kinds of files that the page can name; anything else is bytes. */
const TYPES: Readonly<Record<string, string>> = {
  png: 'image/png',
  svg: 'image/svg+xml',
  csv: 'text/csv',
  json: 'application/json',
  html: 'text/html',
};

/** The kind of a file by its ending. */
export function typeOf(name: string): string {
  return TYPES[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream';
}

/** Pieces in one. */
export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** A file of a run's folder. */
export async function fetchFile(run: string, name: string, signal?: AbortSignal): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  const options = signal === undefined ? {} : { signal };
  for await (const piece of backend.stream('runs.file', { run, name }, options)) parts.push(piece);
  return joined(parts);
}

/** Gives a person a file of a run's folder. */
export async function downloadFile(run: string, name: string): Promise<void> {
  saveBytes(await fetchFile(run, name), name.split('/').at(-1) ?? name, typeOf(name));
}

/** Sends a `.spin` file and imports it; what is wrong with it is shown. */
export async function importFile(file: File): Promise<void> {
  const t = runsTexts();
  try {
    if (!/\.spin$/i.test(file.name) || file.size === 0)
      throw new FileError(t.notSpin(file.name), { nextStep: t.notSpinStep });
    const outcome = await trackWork({ title: t.importing(file.name), unit: 'B' }, async (report, signal) => {
      const upload = await backend.call('runs.upload', { bytes: file.size }, { signal });
      for (let offset = 0; offset < file.size; offset += UPLOAD_PIECE) {
        const bytes = new Uint8Array(await file.slice(offset, offset + UPLOAD_PIECE).arrayBuffer());
        await backend.call('runs.uploadPiece', { upload, offset, bytes }, { signal });
        report(Math.min(file.size, offset + UPLOAD_PIECE), file.size);
      }
      return backend.call('runs.import', { upload, name: plainName(file.name.replace(/\.spin$/i, '')) }, { signal });
    });
    if (outcome === undefined) return;
    const name = outcome.dir.split(/[/\\]/).at(-1) ?? '';
    toast('ok', t.imported(name));
    navigate('runs', [name]);
  } catch (error) {
    showError(error);
  }
}

/** Lets a person choose `.spin` files and imports them. */
export function chooseImport(): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = '.spin';
  input.addEventListener('change', () => {
    for (const file of input.files ?? []) void importFile(file);
  });
  input.click();
}

/** Moves a run to the trash; it can be brought back at once. */
export async function deleteRun(run: string): Promise<void> {
  const t = runsTexts();
  try {
    const { token } = await backend.call('runs.delete', { run });
    navigate('runs', [], {}, true);
    const restore = (): void => void backend.call('runs.restore', { token }).catch(showError);
    toast('info', t.deleted(run), { label: t.undo, run: restore });
  } catch (error) {
    showError(error);
  }
}
