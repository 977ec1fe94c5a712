/** What the page remembers while it is left and come back to. */
import { signal } from '@preact/signals';

export type ConsoleView = 'protocol' | 'log';

export const view = signal<ConsoleView>('protocol');
/** What stands in the filter. */
export const filterText = signal('');
export const paused = signal(false);
/** Whether the newest frame is kept in sight. */
export const following = signal(true);
/** Number of the frame that is shown in full. */
export const chosenFrame = signal<number | undefined>(undefined);
/** Counts up when a command wants an export. */
export const exportWish = signal(0);
