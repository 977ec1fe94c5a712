import { html, type Html } from './html.js';
import type { ReportFact, ReportPicture, ReportQuality, ReportTable } from './report-input.js';

/** A list of names and values as a two-column table. */
export function factTable(caption: string, facts: readonly ReportFact[]): Html | undefined {
  if (facts.length === 0) return undefined;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}">
    <table>
      <caption>
        ${caption}
      </caption>
      <tbody>
        ${facts.map(
          ({ label, value, note }) =>
            html`<tr>
              <th scope="row">${label}</th>
              <td>${value}${note === undefined ? undefined : html` <span class="muted">${note}</span>`}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** A table of facts. */
export function dataTable({ caption, columns, rows }: ReportTable): Html {
  const numeric = columns.map((_, i) => rows.length > 0 && rows.every((row) => typeof row[i] === 'number'));
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}">
    <table>
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          ${columns.map((column, i) => html`<th scope="col" ${numeric[i] === true ? html` class="number"` : undefined}>${column}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${row.map((cell, i) => (i === 0 ? html`<th scope="row">${cell}</th>` : html`<td${numeric[i] === true ? html` class="number"` : undefined}>${cellText(cell)}</td>`))}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** Whole numbers in groups of three; other numbers as they are. */
function cellText(cell: string | number): string {
  return typeof cell === 'number' && Number.isInteger(cell) ? cell.toLocaleString('en') : String(cell);
}

/** A picture, embedded. */
export function picture({ png, alt, caption }: ReportPicture): Html {
  const { width, height } = pngSize(png);
  const data = Buffer.from(png.buffer, png.byteOffset, png.byteLength).toString('base64');
  return html`<figure class="picture">
    <img src="data:image/png;base64,${data}" alt="${alt}" width="${width}" height="${height}" />
    <figcaption>${caption}</figcaption>
  </figure>`;
}

/** Size in pixels from the header, which is the first chunk of every PNG. */
function pngSize(png: Uint8Array): { width: number; height: number } {
  if (png.length < 24) throw new RangeError(`png holds ${png.length} bytes; a PNG has more than 24`);
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  if (view.getUint32(0) !== 0x89504e47) throw new RangeError('png is not a PNG file');
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

/** Metrics of image quality, each with its interval and how it was made. */
export function qualitySection(quality: ReportQuality): Html {
  return html`<section aria-labelledby="quality">
    <h2 id="quality">Quality</h2>
    ${dataTable({
      caption: quality.method,
      columns: ['Metric', 'Value', '95 % interval', 'Note'],
      rows: quality.rows.map(({ metric, value, interval, note }) => [metric, value, interval, note]),
    })}
  </section>`;
}
