import { signal } from '@preact/signals';

/** Values of parameters by name, SI. */
export type Params = Readonly<Record<string, unknown>>;

/** Saved parameters by name. */
export type Presets = Readonly<Record<string, Params>>;

const KEY = 'spindrift.presets';

/** Where this browser keeps them. */
export type Store = Pick<Storage, 'getItem' | 'setItem'>;

const browserStore = (): Store | undefined => {
  try {
    return localStorage;
  } catch {
    return undefined; // A browser may forbid it; presets then last as long as the page.
  }
};

/** Parameters that a person saved, by experiment; this browser remembers them. */
export class PresetShelf {
  readonly #all = signal<Readonly<Record<string, Presets>>>({});

  constructor(private readonly store: Store | undefined = browserStore()) {
    this.#all.value = read(store);
  }

  /** Those of an experiment. */
  of(experiment: string): Presets {
    return this.#all.value[experiment] ?? {};
  }

  /** Saves parameters under a name, replacing what had it. */
  save(experiment: string, name: string, params: Params): void {
    this.#keep({ ...this.#all.peek(), [experiment]: { ...this.#all.peek()[experiment], [name]: params } });
  }

  remove(experiment: string, name: string): void {
    const { [name]: _gone, ...rest } = this.#all.peek()[experiment] ?? {};
    this.#keep({ ...this.#all.peek(), [experiment]: rest });
  }

  #keep(all: Readonly<Record<string, Presets>>): void {
    this.#all.value = all;
    try {
      this.store?.setItem(KEY, JSON.stringify(all));
    } catch {
      // A full store: they last as long as the page.
    }
  }
}

function read(store: Store | undefined): Readonly<Record<string, Presets>> {
  try {
    const all: unknown = JSON.parse(store?.getItem(KEY) ?? '{}');
    return typeof all === 'object' && all !== null ? (all as Record<string, Presets>) : {};
  } catch {
    return {};
  }
}
