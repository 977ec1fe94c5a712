import type { ComponentType } from 'preact';
import type { Command } from './app/commands.js';

/** A page of the application: what its folder under `pages/` exports. */
export interface PageDefinition {
  /** What stands in the address: `#/boards`. */
  readonly id: string;
  /** In the language of the moment; reads a signal, so call it where it is shown. */
  readonly title: () => string;
  /** Markup of a symbol from lucide-static: `import icon from 'lucide-static/icons/cpu.svg?raw'`. */
  readonly icon: string;
  readonly component: ComponentType;
  /** Second key of `G …`, which goes to the page. */
  readonly key: string;
  /** Place in the list of pages, ascending. */
  readonly order: number;
  /** In the palette everywhere; their single-key shortcuts hold while the page is shown. */
  readonly commands?: readonly Command[];
}
