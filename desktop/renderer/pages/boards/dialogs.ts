import { signal } from '@preact/signals';

/** Whether the dialog that adds a board is open. */
export const adding = signal(false);
/** Whether the check of the computer is open. */
export const doctorOpen = signal(false);
