import type { Cell } from './events.js';
import type { ExperimentView } from './views.js';

/** Columns that a view draws. */
export function columnsOf(view: ExperimentView): string[] {
  switch (view.kind) {
    case 'image':
      return [];
    case 'line':
    case 'scatter': {
      const values = view.y.flatMap(({ column, lower, upper }) => [column, lower, upper]);
      return [view.x.column, ...values, view.series?.column].filter((column) => column !== undefined);
    }
    case 'histogram':
      return [view.value.column, ...(view.series === undefined ? [] : [view.series.column])];
    case 'heatmap': {
      const { x, y, value, counts } = view;
      return [x.column, y.column, value.column, ...(counts === undefined ? [] : [counts.successes, counts.trials])];
    }
  }
}

/** Rows of one table, by columns; a row that lacks a column has undefined there. */
export interface ViewTable {
  readonly rows: number;
  column(name: string): readonly (Cell | undefined)[];
}

class Columns implements ViewTable {
  rows = 0;
  readonly #columns: ReadonlyMap<string, (Cell | undefined)[]>;

  constructor(names: ReadonlySet<string>) {
    this.#columns = new Map([...names].map((name) => [name, []]));
  }

  add(values: Readonly<Record<string, Cell>>): void {
    this.rows += 1;
    for (const [name, cells] of this.#columns) cells.push(values[name]);
  }

  column(name: string): readonly (Cell | undefined)[] {
    return this.#columns.get(name) ?? [];
  }
}

/** What the views of an experiment will draw, gathered as rows come: only the columns that a view names are kept. */
export class ViewTables {
  readonly #tables = new Map<string, Columns>();

  constructor(views: readonly ExperimentView[]) {
    const columns = new Map<string, Set<string>>();
    for (const view of views) {
      if (view.kind === 'image') continue;
      columns.set(view.table, new Set([...(columns.get(view.table) ?? []), ...columnsOf(view)]));
    }
    for (const [table, names] of columns) this.#tables.set(table, new Columns(names));
  }

  add(table: string, values: Readonly<Record<string, Cell>>): void {
    this.#tables.get(table)?.add(values);
  }

  /** Whether no row came that a view would draw. */
  get empty(): boolean {
    return [...this.#tables.values()].every(({ rows }) => rows === 0);
  }

  /** A table as far as it has come; undefined when it has no row. */
  table(name: string): ViewTable | undefined {
    const table = this.#tables.get(name);
    return table === undefined || table.rows === 0 ? undefined : table;
  }
}
