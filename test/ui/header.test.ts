import { expect, it } from 'vitest';
import { describeUi, expectAccessible, tabTo } from './harness.js';

const stuck = (at: number) => `sim:typical?seed=3&fault=stuck-row:5@1000000,stuck-row:${at}@2000000`;

describeUi('the header', (ui) => {
  it('tells two boards apart that differ only at their end, and says the whole name', async () => {
    const page = await ui().open('boards', { board: stuck(7), size: { width: 1024, height: 600 } });
    const picker = page.getByRole('combobox', { name: 'Board', exact: true });
    const face = page.locator('.board-face > span');
    await expect.poll(() => picker.getAttribute('title')).toContain(stuck(7));
    // A screen reader hears the chosen option, which is whole.
    expect(await picker.evaluate((box: HTMLSelectElement) => box.selectedOptions[0]?.text)).toContain(stuck(7));
    const [head, tail] = [face.nth(0), face.nth(1)];
    expect(await head.evaluate((box) => box.scrollWidth > box.clientWidth), 'the beginning is cut').toBe(true);
    const bounds = await Promise.all([tail.boundingBox(), page.locator('.board-face').boundingBox()]);
    expect(bounds[0]!.x + bounds[0]!.width, 'the end is in sight').toBeLessThan(bounds[1]!.x + bounds[1]!.width);
    expect(stuck(7).endsWith((await tail.textContent())!)).toBe(true);
    expect(stuck(8).endsWith((await tail.textContent())!)).toBe(false);
    await expectAccessible(page);
  });

  it('shows the whole name while the keyboard is on the picker', async () => {
    const page = await ui().open('boards', { board: stuck(7) });
    const whole = page.locator('.board-whole');
    await expect.poll(() => whole.textContent()).toContain(stuck(7));
    expect(await whole.isVisible()).toBe(false);
    await tabTo(page, 'Board');
    expect(await whole.isVisible()).toBe(true);
    await expectAccessible(page);
  });
});
