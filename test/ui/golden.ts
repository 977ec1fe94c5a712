import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { PNG } from 'pngjs';
import { expect } from 'vitest';
import type { Page } from 'playwright-core';

const GOLDENS = new URL('goldens/', import.meta.url);
const FAILED = new URL('failed/', import.meta.url);
const MADE_WITH = new URL('made-with.json', GOLDENS);
/** Set to 1, pictures are stored as what is right from now on: look at each of them before committing. */
const UPDATE = process.env['SPINDRIFT_UPDATE_GOLDENS'] === '1';

/** How pictures may differ. */
export interface GoldenOptions {
  /** Selectors of what legitimately changes: times, rates. It is painted over. */
  readonly mask?: readonly string[];
  /** Selector of the part to take; default: the whole window. */
  readonly of?: string;
  /** Share of the pixels that may differ; default 0.002. */
  readonly tolerance?: number;
}

/** A difference of a channel that is none to the eye. */
const INVISIBLE = 24;

/** Share of pixels that differ between two pictures; 1 where their sizes do. Marks them in `marked`. */
export function differingShare(a: PNG, b: PNG, marked?: PNG): number {
  if (a.width !== b.width || a.height !== b.height) return 1;
  let different = 0;
  for (let i = 0; i < a.data.length; i += 4) {
    const most = Math.max(...[0, 1, 2].map((channel) => Math.abs(a.data[i + channel]! - b.data[i + channel]!)));
    const differs = most > INVISIBLE;
    if (differs) different += 1;
    marked?.data.set(differs ? [255, 0, 0, 255] : [a.data[i]!, a.data[i + 1]!, a.data[i + 2]!, 64], i);
  }
  return different / (a.width * a.height);
}

/** Waits until the page has drawn everything that it means to draw: it marks what it is still busy with. */
export async function drawn(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const pending = document.querySelector('[data-drawn="false"], [aria-busy="true"]');
    return (
      document.documentElement.dataset['connection'] === 'connected' &&
      pending === null &&
      document.fonts.status === 'loaded'
    );
  });
  // Two frames: what a signal has changed is rendered in the first and painted by the second.
  await page.evaluate(
    () => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
  );
}

/** A notice would cover what a picture is for. */
function dismissNotices(page: Page): Promise<void> {
  return page.evaluate(() => {
    for (const close of document.querySelectorAll<HTMLElement>('.toast > button:last-child')) close.click();
  });
}

function sameBrowser(page: Page): boolean {
  if (!existsSync(MADE_WITH)) return true;
  const { browser } = JSON.parse(readFileSync(MADE_WITH, 'utf8')) as { browser: string };
  return browser === page.context().browser()?.version().split('.')[0];
}

/**
 * Expects that the page looks as it did when its picture was last approved. Pictures are those of one browser version: with another, whose text is drawn
 * otherwise, only the test around it counts.
 */
export async function expectGolden(page: Page, name: string, options: GoldenOptions = {}): Promise<void> {
  await dismissNotices(page);
  await drawn(page);
  const target = options.of === undefined ? page : page.locator(options.of);
  const mask = (options.mask ?? []).map((selector) => page.locator(selector));
  const taken = await target.screenshot({ mask, maskColor: '#808080', animations: 'disabled', caret: 'hide' });
  const file = new URL(`${name}.png`, GOLDENS);
  if (UPDATE) {
    mkdirSync(GOLDENS, { recursive: true });
    writeFileSync(file, taken);
    const browser = page.context().browser()?.version().split('.')[0];
    writeFileSync(MADE_WITH, `${JSON.stringify({ browser }, null, 2)}\n`);
    return;
  }
  if (!sameBrowser(page)) {
    console.warn(`picture ${name} is not compared: the approved ones were made with another browser version`);
    return;
  }
  const [now, before] = [PNG.sync.read(taken), PNG.sync.read(readFileSync(file))];
  const marked = new PNG({ width: now.width, height: now.height });
  const share = differingShare(now, before, marked);
  if (share <= (options.tolerance ?? 0.002)) return;
  mkdirSync(FAILED, { recursive: true });
  writeFileSync(new URL(`${name}.png`, FAILED), taken);
  if (now.width === before.width && now.height === before.height)
    writeFileSync(new URL(`${name}.differs.png`, FAILED), PNG.sync.write(marked));
  expect.fail(`${name} looks different in ${(share * 100).toFixed(2)} % of its pixels: see test/ui/failed`);
}

/** Takes a picture for the documentation, in the same way. @param name under docs/images/desktop */
export async function picture(page: Page, name: string, options: Pick<GoldenOptions, 'of'> = {}): Promise<void> {
  await dismissNotices(page);
  await drawn(page);
  if (!UPDATE) return;
  const folder = new URL('../../docs/images/desktop/', import.meta.url);
  mkdirSync(folder, { recursive: true });
  const target = options.of === undefined ? page : page.locator(options.of);
  writeFileSync(new URL(`${name}.png`, folder), await target.screenshot({ animations: 'disabled', caret: 'hide' }));
}
