import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { plotTexts } from '../messages.js';
import { toCsv, type DataTable } from './csv.js';
import { DataTableView } from './data-table.js';
import { Rich } from './rich.js';
import { fileName, saveBlob } from './save.js';

/** What a plot can give away. */
export interface PlotExports {
  /** What its table holds now, and what part of the data that is. */
  readonly table?: () => { readonly data: DataTable; readonly part: 'all' | 'shown' | 'selection' };
  /** What the values come to, for whoever asks; absent where they are not at hand. */
  readonly statistics?: () => ComponentChildren;
  /** The drawing as PNG. */
  readonly png?: () => Promise<Blob | undefined>;
  /** The drawing as SVG. */
  readonly svg?: () => Promise<string>;
}

/** A plot on a page: caption, tools, the drawing, what goes with it. */
export function PlotFigure(props: {
  readonly title: string;
  readonly subtitle?: string | undefined;
  readonly notes?: readonly string[];
  readonly exports?: PlotExports;
  /** More tools, before those that every plot has. */
  readonly tools?: ComponentChildren;
  readonly children: ComponentChildren;
}) {
  const { title, subtitle, notes = [], exports = {}, tools, children } = props;
  const t = plotTexts();
  const table = useSignal(false);
  const statistics = useSignal(false);
  const said = useSignal('');
  const id = useId();
  return (
    <figure class="plot" aria-labelledby={id}>
      <figcaption>
        <div class="plot-title">
          <span id={id}>
            <Rich text={title} />
          </span>
          {subtitle !== undefined && subtitle !== '' && <small>{subtitle}</small>}
        </div>
        <div class="plot-tools" role="group" aria-label={title}>
          {tools}
          {exports.statistics !== undefined && (
            <Tool
              label={t.statisticsHelp}
              text={t.statistics}
              pressed={statistics.value}
              act={() => (statistics.value = !statistics.value)}
            />
          )}
          <ExportTools title={title} exports={exports} table={table} said={said} />
        </div>
      </figcaption>
      {children}
      {notes.length > 0 && (
        <ul class="plot-notes">
          {notes.map((note) => (
            <li>{note}</li>
          ))}
        </ul>
      )}
      {statistics.value && exports.statistics?.()}
      {table.value && exports.table !== undefined && (
        <DataTableView table={exports.table().data} label={`${title}: ${t.table}`} />
      )}
      <p class="plot-said" role="status">
        {said.value}
      </p>
    </figure>
  );
}

interface ExportToolsProps {
  readonly title: string;
  readonly exports: PlotExports;
  readonly table: { value: boolean };
  readonly said: { value: string };
}

function ExportTools({ title, exports, table, said }: ExportToolsProps) {
  const t = plotTexts();
  const copy = async (): Promise<void> => {
    if (exports.table === undefined) return;
    const { data } = exports.table();
    await navigator.clipboard.writeText(toCsv(data));
    said.value = t.copied(data.rows.length);
  };
  const part = exports.table?.().part ?? 'all';
  const copyText = { all: t.copy, shown: t.copyShown, selection: t.copySelection }[part];
  const keep = async (ending: 'png' | 'svg'): Promise<void> => {
    const blob =
      ending === 'png'
        ? await exports.png?.()
        : exports.svg && new Blob([await exports.svg()], { type: 'image/svg+xml' });
    if (blob !== undefined) saveBlob(fileName(title, ending), blob);
  };
  return (
    <>
      {exports.table !== undefined && (
        <>
          <Tool label={t.tableHelp} pressed={table.value} act={() => (table.value = !table.value)} text={t.table} />
          <Tool label={copyText} act={() => void copy()} text={part === 'all' ? 'CSV' : `CSV*`} />
        </>
      )}
      {exports.png !== undefined && <Tool label={t.save(t.png)} act={() => void keep('png')} text={t.png} />}
      {exports.svg !== undefined && <Tool label={t.save(t.svg)} act={() => void keep('svg')} text={t.svg} />}
    </>
  );
}

/** A small button of a plot. */
export function Tool(props: {
  readonly label: string;
  readonly text: string;
  readonly act: () => void;
  readonly pressed?: boolean;
  readonly disabled?: boolean;
}) {
  const { label, text, act, pressed, disabled } = props;
  // What is said must hold what is seen.
  const name = label.includes(text) ? label : `${text}: ${label}`;
  return (
    <button
      type="button"
      class="plot-tool"
      title={label}
      aria-label={name}
      disabled={disabled}
      onClick={act}
      {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
    >
      {text}
    </button>
  );
}
