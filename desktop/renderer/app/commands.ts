import { computed, signal, type ReadonlySignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Clock } from '../../../base/index.js';
import { chordOf, ShortcutMatcher } from './keys.js';

/** Something that can be done, by the palette or a key. */
export interface Command {
  /** Unique: `boards.selfTest`. */
  readonly id: string;
  /** In the language of the moment. */
  readonly title: () => string;
  /** `mod+k`, `s`, `g b`; see keys.ts. Single keys do not hold while text is typed. */
  readonly shortcut?: string;
  /** Default: always. */
  readonly enabled?: () => boolean;
  readonly run: () => void | Promise<void>;
}

const groups = signal<readonly (readonly Command[])[]>([]);

/** All commands that hold now; later ones first, so that a page may take a key from the application. */
export const commands: ReadonlySignal<readonly Command[]> = computed(() => [...groups.value].reverse().flat());

/** Adds commands until the returned function is called. */
export function registerCommands(added: readonly Command[]): () => void {
  const group = [...added];
  groups.value = [...groups.peek(), group];
  return () => {
    groups.value = groups.peek().filter((other) => other !== group);
  };
}

/** Adds commands while a component is shown. The list is taken anew when `key` changes. */
export function useCommands(added: readonly Command[], key: unknown = ''): void {
  useEffect(() => registerCommands(added), [key]);
}

/** Whether the command can be run now. */
export function isEnabled(command: Command): boolean {
  return command.enabled?.() ?? true;
}

/** Whether this is a Mac, where Cmd stands for Ctrl. */
export function isMac(): boolean {
  return typeof navigator !== 'undefined' && navigator.userAgent.includes('Mac');
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement)
    return true;
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'range'].includes(target.type);
}

/** Listens for shortcuts. @param fail told what a command threw */
export function startShortcuts(clock: Clock, fail: (error: unknown) => void): void {
  const matcher = new ShortcutMatcher();
  const mac = isMac();
  window.addEventListener('keydown', (event) => {
    // An element that used the key itself has said so.
    if (event.defaultPrevented || event.repeat) return;
    const chord = chordOf(event, mac);
    if (chord === undefined) return;
    const withModifier = chord.startsWith('mod+') || chord.startsWith('alt+') || chord.startsWith('other+');
    if (!withModifier && isTyping(event.target)) return;
    // Behind a dialog nothing can be reached by eye, so by no key either.
    if (document.querySelector('dialog[open]') !== null && chord !== 'mod+k') return;
    const able = commands.peek().filter((command) => command.shortcut !== undefined && isEnabled(command));
    const found = matcher.press(
      chord,
      clock.now(),
      able.map((command) => command.shortcut!),
    );
    if (found === undefined) return;
    event.preventDefault();
    if (found !== '')
      runCommand(
        able.find((command) => command.shortcut === found)!,
        fail,
      );
  });
}

/** Runs a command; what it throws goes to `fail`. */
export function runCommand(command: Command, fail: (error: unknown) => void): void {
  try {
    Promise.resolve(command.run()).catch(fail);
  } catch (error) {
    fail(error);
  }
}
