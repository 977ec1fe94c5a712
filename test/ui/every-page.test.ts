import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeUi, drawn, expectAccessible } from './harness.js';

const PAGES = ['boards', 'live', 'characterise', 'entropy', 'generate', 'energy', 'runs', 'console', 'settings'];

describeUi('every page', (ui) => {
  for (const theme of ['light', 'dark'] as const)
    it(`is accessible, ${theme}`, async () => {
      const page = await ui().open('boards', { theme });
      for (const id of PAGES) {
        await page.evaluate((hash) => (location.hash = hash), `#/${id}`);
        await page.waitForSelector(`nav a[href="#/${id}"][aria-current="page"]`);
        await drawn(page);
        expect(await page.locator('h1').count(), `${id} has one h1`).toBe(1);
        await expectAccessible(page);
      }
    });

  for (const [name, locale, size] of [
    ['a small window', 'en', { width: 1024, height: 600 }],
    ['long texts', 'pseudo', { width: 1280, height: 800 }],
  ] as const)
    it(`fits into the window with ${name}`, async () => {
      const page = await ui().open('boards', { locale, size });
      for (const id of PAGES) {
        await page.evaluate((hash) => (location.hash = hash), `#/${id}`);
        await page.waitForSelector(`nav a[href="#/${id}"][aria-current="page"]`);
        await drawn(page);
        expect(await overflowing(page), id).toEqual([]);
      }
    });
});

/** What makes the page scroll sideways, or is cut off by its own box without a way to reach it. */
function overflowing(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const wrong: string[] = [];
    const main = document.querySelector('main');
    for (const box of [document.documentElement, main])
      if (box !== null && box.scrollWidth > box.clientWidth + 1) wrong.push(`${box.tagName} scrolls sideways`);
    for (const element of document.querySelectorAll<HTMLElement>('button, nav a, h1, h2, label')) {
      const style = getComputedStyle(element);
      const hides = style.overflowX === 'hidden' && style.textOverflow !== 'ellipsis';
      const visible = element.checkVisibility() && !element.closest('.visually-hidden');
      if (visible && hides && element.scrollWidth > element.clientWidth + 1)
        wrong.push(`${element.tagName} ${element.textContent}`);
    }
    return wrong;
  });
}
