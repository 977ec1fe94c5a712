import { describe, expect, it } from 'vitest';
import { chordOf, SEQUENCE_S, ShortcutMatcher, showShortcut } from './keys.js';

const press = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

describe('chordOf', () => {
  it('writes Ctrl, or Cmd on a Mac, as mod', () => {
    expect(chordOf(press('K', { ctrlKey: true }), false)).toBe('mod+k');
    expect(chordOf(press('k', { metaKey: true }), true)).toBe('mod+k');
    expect(chordOf(press('k', { metaKey: true }), false)).toBe('other+k');
  });

  it('leaves Shift to characters, and keeps it with other keys', () => {
    expect(chordOf(press('?', { shiftKey: true }), false)).toBe('?');
    expect(chordOf(press('ArrowLeft', { shiftKey: true }), false)).toBe('shift+arrowleft');
  });

  it('waits for more than a modifier', () => {
    expect(chordOf(press('Shift', { shiftKey: true }), false)).toBeUndefined();
  });
});

describe('ShortcutMatcher', () => {
  const shortcuts = ['g b', 's', 'mod+k'];

  it('finds single keys and sequences', () => {
    const matcher = new ShortcutMatcher();
    expect(matcher.press('s', 0, shortcuts)).toBe('s');
    expect(matcher.press('g', 1, shortcuts)).toBe('');
    expect(matcher.press('b', 1.2, shortcuts)).toBe('g b');
    expect(matcher.press('b', 1.3, shortcuts)).toBeUndefined();
  });

  it('forgets a first key after a while', () => {
    const matcher = new ShortcutMatcher();
    matcher.press('g', 0, shortcuts);
    expect(matcher.press('b', SEQUENCE_S + 0.1, shortcuts)).toBeUndefined();
  });
});

describe('showShortcut', () => {
  it('writes for people', () => {
    expect(showShortcut('mod+k', false)).toBe('Ctrl+K');
    expect(showShortcut('mod+k', true)).toBe('⌘K');
    expect(showShortcut('g b', false)).toBe('G B');
  });
});
