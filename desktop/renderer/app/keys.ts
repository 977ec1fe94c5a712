/** How long after the first key of a sequence the second may come, seconds. */
export const SEQUENCE_S = 1.5;

/** What a shortcut needs of a keyboard event. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/**
 * A key press as shortcuts are written: `mod+k` (Ctrl, or Cmd on a Mac), `g`, `?`, `shift+arrowleft`. Shift is left out of a character, which it has
 * changed already.
 *
 * @returns nothing for a modifier alone
 */
export function chordOf(press: KeyPress, mac: boolean): string | undefined {
  const key = press.key === ' ' ? 'space' : press.key.toLowerCase();
  if (['control', 'meta', 'alt', 'shift', 'dead'].includes(key)) return undefined;
  const mod = mac ? press.metaKey : press.ctrlKey;
  const other = mac ? press.ctrlKey : press.metaKey;
  const character = Array.from(press.key).length === 1;
  const parts = [
    ...(mod ? ['mod'] : []),
    ...(other ? ['other'] : []),
    ...(press.altKey ? ['alt'] : []),
    ...(press.shiftKey && !character ? ['shift'] : []),
    key,
  ];
  return parts.join('+');
}

/** A shortcut for a person: `mod+k` is `Ctrl+K`, `g b` is `G B`. */
export function showShortcut(shortcut: string, mac: boolean): string {
  return shortcut
    .split(' ')
    .map((chord) =>
      chord
        .split('+')
        .map((part) => {
          if (part === 'mod') return mac ? '⌘' : 'Ctrl';
          if (part === 'arrowleft') return '←';
          if (part === 'arrowright') return '→';
          if (part === 'arrowup') return '↑';
          if (part === 'arrowdown') return '↓';
          return part.charAt(0).toUpperCase() + part.slice(1);
        })
        .join(mac ? '' : '+'),
    )
    .join(' ');
}

/** Finds what a series of key presses asks for; a first key that begins a longer shortcut waits for the second. */
export class ShortcutMatcher {
  #first: { readonly chord: string; readonly atS: number } | undefined;

  /**
   * @param chord what was pressed
   * @param nowS time, seconds
   * @param shortcuts those that hold now
   * @returns the shortcut that is complete; the empty string when it was the first key of one
   */
  press(chord: string, nowS: number, shortcuts: readonly string[]): string | undefined {
    const first = this.#first;
    this.#first = undefined;
    if (first !== undefined && nowS - first.atS <= SEQUENCE_S) {
      const whole = `${first.chord} ${chord}`;
      if (shortcuts.includes(whole)) return whole;
    }
    if (shortcuts.includes(chord)) return chord;
    if (shortcuts.some((shortcut) => shortcut.startsWith(`${chord} `))) {
      this.#first = { chord, atS: nowS };
      return '';
    }
    return undefined;
  }
}
