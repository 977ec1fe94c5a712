import { formatCount } from '../../app/i18n.js';
import { plotTexts } from '../messages.js';
import type { DataTable } from './csv.js';

/** Rows that the page shows; the CSV has all. */
const MOST_ROWS = 500;

/** What a plot draws, as a table. */
export function DataTableView({ table, label }: { readonly table: DataTable; readonly label: string }) {
  const t = plotTexts();
  const { columns, rows } = table;
  return (
    <div class="plot-table" tabIndex={0} role="region" aria-label={label}>
      <table>
        <thead>
          <tr>
            {columns.map((name) => (
              <th scope="col">{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, MOST_ROWS).map((row) => (
            <tr>
              {row.map((cell) => (
                <td class={typeof cell === 'number' ? 'is-number' : ''}>{shown(cell)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > MOST_ROWS && <p>{t.rowsShown(formatCount(MOST_ROWS), formatCount(rows.length))}</p>}
    </div>
  );
}

function shown(cell: number | string): string {
  if (typeof cell === 'string') return cell;
  return Number.isNaN(cell) ? '–' : String(Number(cell.toPrecision(8)));
}
