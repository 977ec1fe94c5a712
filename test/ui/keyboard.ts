import type { Page } from 'playwright-core';

/** The most stops that a page may have before its own content repeats. */
const MOST_STOPS = 200;

/** Name of what has the focus, as a screen reader would say it, near enough for a test. */
export function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement)) return '';
    const labels = 'labels' in element ? (element.labels as NodeListOf<HTMLLabelElement> | null) : null;
    const by = element.getAttribute('aria-labelledby');
    const name =
      element.getAttribute('aria-label') ??
      (by === null ? undefined : document.getElementById(by)?.textContent) ??
      labels?.[0]?.textContent ??
      element.textContent;
    return name.replace(/\s+/g, ' ').trim();
  });
}

/** Presses Tab until something of that name has the focus, as somebody without a mouse does. */
export async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const passed: string[] = [];
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    const at = await focusedName(page);
    if (typeof name === 'string' ? at === name : name.test(at)) return;
    passed.push(at);
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${String(name)}; it passed ${[...new Set(passed)].join(' | ')}`);
}

/** Presses keys one after the other: `g b`, `Control+k`. */
export async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}
