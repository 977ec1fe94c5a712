import { signal, type ReadonlySignal } from '@preact/signals';
import { systemClock } from '../../../base/index.js';

/** A short notice in the corner. */
export interface Toast {
  readonly id: number;
  readonly kind: 'ok' | 'info' | 'warn';
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void } | undefined;
}

/** How long a notice stays, seconds; one with something to do stays twice as long. */
const STAYS_S = 6;
const MOST = 4;

const list = signal<readonly Toast[]>([]);
let nextId = 1;

/** Notices on show. */
export const toasts: ReadonlySignal<readonly Toast[]> = list;

/** Shows a notice for a while. What must be read is no notice: see showError. */
export function toast(kind: Toast['kind'], text: string, action?: Toast['action']): void {
  const id = nextId++;
  list.value = [...list.peek().filter((other) => other.text !== text), { id, kind, text, action }].slice(-MOST);
  systemClock.setTimer(action === undefined ? STAYS_S : 2 * STAYS_S, () => dismissToast(id));
}

/** Takes a notice away. */
export function dismissToast(id: number): void {
  list.value = list.peek().filter((other) => other.id !== id);
}
