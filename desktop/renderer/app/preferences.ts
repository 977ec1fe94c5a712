import { effect, signal, type Signal } from '@preact/signals';

const PREFIX = 'spindrift.';

function stored(key: string): string | undefined {
  try {
    return localStorage.getItem(PREFIX + key) ?? undefined;
  } catch {
    return undefined; // A browser may forbid it; the choice then lasts as long as the page.
  }
}

/** A choice that this browser remembers. @param allowed what it may be; anything else is the default */
export function preference<T extends string>(key: string, byDefault: T, allowed?: readonly T[]): Signal<T> {
  const text = stored(key) as T | undefined;
  const choice = signal<T>(text !== undefined && (allowed?.includes(text) ?? true) ? text : byDefault);
  effect(() => {
    try {
      localStorage.setItem(PREFIX + key, choice.value);
    } catch {
      // As above.
    }
  });
  return choice;
}
