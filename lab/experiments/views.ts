/** A column of a table with what stands at its axis. */
export interface ViewAxis {
  readonly column: string;
  readonly label: string;
  /** SI base unit; the display chooses one prefix for the axis. */
  readonly unit?: string;
}

/** How to draw what a run yields, as data: terminal, page and report read the same. */
export type ExperimentView =
  | {
      readonly kind: 'line' | 'scatter';
      readonly id: string;
      readonly title: string;
      readonly table: string;
      readonly x: ViewAxis;
      readonly y: readonly ViewAxis[];
    }
  | {
      readonly kind: 'histogram';
      readonly id: string;
      readonly title: string;
      readonly table: string;
      readonly value: ViewAxis;
      readonly bins?: number;
    }
  | {
      readonly kind: 'heatmap';
      readonly id: string;
      readonly title: string;
      readonly table: string;
      readonly x: ViewAxis;
      readonly y: ViewAxis;
      readonly value: ViewAxis;
    }
  | { readonly kind: 'image'; readonly id: string; readonly title: string; readonly image: string };
