import type { ComponentChildren } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import { kitTexts } from './messages.js';

/** A column. */
export interface Column<R> {
  readonly id: string;
  readonly label: string;
  readonly cell: (row: R) => ComponentChildren;
  /** What to sort by; absent: cannot be sorted by. */
  readonly sort?: ((row: R) => number | string) | undefined;
  /** Numbers stand right. */
  readonly numeric?: boolean | undefined;
}

interface TableProps<R> {
  /** What the table is of, for a screen reader. */
  readonly caption: string;
  readonly columns: readonly Column<R>[];
  readonly rows: readonly R[];
  readonly rowKey: (row: R) => string;
  /** A row was chosen by click or Enter. */
  readonly onSelect?: ((row: R) => void) | undefined;
  readonly selected?: string | undefined;
  /** Column sorted by at first, `-time` downwards. */
  readonly initialSort?: string | undefined;
  /** Height of the scrolled part, px; only so are long tables drawn in part. */
  readonly height?: number | undefined;
  readonly empty?: ComponentChildren;
}

/** All rows are this high in a table that is drawn in part, px; the style sheet keeps to it. */
const ROW = 28;
/** Rows beyond those in sight. */
const MARGIN = 12;
/** From here on a table with a height is drawn in part. */
const LONG = 200;

function sorted<R>(rows: readonly R[], column: Column<R> | undefined, down: boolean): readonly R[] {
  const by = column?.sort;
  if (by === undefined) return rows;
  const compare = (a: R, b: R): number => {
    const [x, y] = [by(a), by(b)];
    if (typeof x === 'number' && typeof y === 'number') return Number.isNaN(x) ? 1 : Number.isNaN(y) ? -1 : x - y;
    return String(x).localeCompare(String(y), undefined, { numeric: true });
  };
  return rows.toSorted((a, b) => (down ? compare(b, a) : compare(a, b)));
}

/** A table: sorted by its headings, walked through by the arrow keys, drawn in part where it is long. */
export function Table<R>(props: TableProps<R>) {
  const { columns, height } = props;
  const t = kitTexts();
  const [sort, setSort] = useState(props.initialSort ?? '');
  const [top, setTop] = useState(0);
  const body = useRef<HTMLTableSectionElement>(null);
  const down = sort.startsWith('-');
  const by = columns.find(({ id }) => id === sort.replace(/^-/, ''));
  const rows = useMemo(() => sorted(props.rows, by, down), [props.rows, sort]);
  const inPart = height !== undefined && rows.length > LONG;
  const first = inPart ? Math.max(0, Math.floor(top / ROW) - MARGIN) : 0;
  const last = inPart ? Math.min(rows.length, Math.ceil((top + height) / ROW) + MARGIN) : rows.length;
  const focusable = props.onSelect !== undefined;
  const chosen = rows.findIndex((row) => props.rowKey(row) === props.selected);
  const walk = (event: KeyboardEvent, index: number): void => {
    if (event.target !== event.currentTarget) return;
    const row = rows[index];
    if ((event.key === 'Enter' || event.key === ' ') && row !== undefined) {
      event.preventDefault();
      props.onSelect?.(row);
      return;
    }
    const to = { ArrowDown: index + 1, ArrowUp: index - 1, Home: first, End: last - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    body.current?.querySelector<HTMLElement>(`[data-row="${to}"]`)?.focus();
  };
  return (
    <div
      class="table-scroll"
      style={height === undefined ? {} : { maxHeight: `${height}px` }}
      tabIndex={height === undefined ? undefined : 0}
      role={height === undefined ? undefined : 'region'}
      aria-label={height === undefined ? undefined : props.caption}
      onScroll={(event) => {
        if (inPart) setTop(event.currentTarget.scrollTop);
      }}
    >
      <table class={`table ${focusable ? 'table-select' : ''}`} aria-rowcount={inPart ? rows.length + 1 : undefined}>
        <caption class="visually-hidden">{props.caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                class={column.numeric === true ? 'num' : ''}
                aria-sort={column === by ? (down ? 'descending' : 'ascending') : undefined}
              >
                {column.sort === undefined ? (
                  column.label
                ) : (
                  <button
                    type="button"
                    onClick={() => setSort(sort === column.id ? `-${column.id}` : column.id)}
                    title={column === by ? (down ? t.sortedDown : t.sortedUp) : undefined}
                  >
                    {column.label}
                    <span aria-hidden="true">{column === by ? (down ? ' ▾' : ' ▴') : ''}</span>
                  </button>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {first > 0 && <tr aria-hidden="true" style={{ height: `${first * ROW}px` }} />}
          {rows.slice(first, last).map((row, offset) => {
            const index = first + offset;
            const isChosen = index === chosen;
            return (
              <tr
                key={props.rowKey(row)}
                data-row={index}
                aria-rowindex={inPart ? index + 2 : undefined}
                class={isChosen ? 'selected' : ''}
                aria-current={isChosen ? 'true' : undefined}
                tabIndex={
                  focusable ? (index === Math.max(0, chosen) || (inPart && index === first) ? 0 : -1) : undefined
                }
                onClick={focusable ? () => props.onSelect?.(row) : undefined}
                onKeyDown={focusable ? (event) => walk(event, index) : undefined}
              >
                {columns.map((column) => (
                  <td key={column.id} class={column.numeric === true ? 'num' : ''}>
                    {column.cell(row)}
                  </td>
                ))}
              </tr>
            );
          })}
          {last < rows.length && <tr aria-hidden="true" style={{ height: `${(rows.length - last) * ROW}px` }} />}
        </tbody>
      </table>
      {rows.length === 0 && props.empty}
    </div>
  );
}
