import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { focusables, focused, reached, reordered, shapes, stickingOut, tooWide } from './in-page.ts';
import { hostile } from './site.ts';
import type { Faults } from './visit.ts';

const schemes = ['light', 'dark'] as const;

/** What holds of every page in a window. */
export function onScreen(faults: Faults): void {
  it('say nothing to the console, run no script and ask for nothing but themselves', async () => {
    const found = await faults(async (page, { heard }) =>
      (await page.evaluate('"broken" in window')) ? [...heard, 'a script ran'] : [...heard],
    );
    expect(found).toEqual({});
  });

  it('keep their structure whatever a contract is called', async () => {
    const found = await faults(async (page) => {
      const [mains, heads, scripts] = await Promise.all(
        ['main', 'h1', 'script, img, iframe, object'].map((selector) => page.locator(selector).count()),
      );
      return mains === 1 && heads === 1 && scripts === 0 ? [] : [`${mains} main, ${heads} h1, ${scripts} foreign`];
    });
    expect(found).toEqual({});
  });

  it('fit into windows of 1440, 768 and 390 pixels', async () => {
    const found = await faults(async (page) => {
      const wrong: string[] = [];
      for (const width of [1440, 768, 390]) {
        await page.setViewportSize({ width, height: 900 });
        if (await page.evaluate(tooWide)) wrong.push(`${width}: scrolls sideways`);
        wrong.push(...(await page.evaluate(stickingOut)).map((what) => `${width}: ${what}`));
      }
      return wrong;
    });
    expect(found).toEqual({});
  });

  it.each(schemes)('have no serious fault of accessibility in the %s scheme', async (colorScheme) => {
    const found = await faults(
      async (page, { path }) => {
        await page.emulateMedia({ colorScheme });
        await page.evaluate(axe.source);
        // In the dark only colours differ, which are the same in both languages.
        const all = { resultTypes: ['violations'], rules: { 'color-contrast': { enabled: path.startsWith('zh') } } };
        const options = colorScheme === 'dark' ? { runOnly: ['color-contrast'] } : all;
        const { violations } = (await page.evaluate(`axe.run(document, ${JSON.stringify(options)})`)) as axe.AxeResults;
        return violations
          .filter(({ impact }) => impact === 'serious' || impact === 'critical')
          .map(({ id, nodes }) => `${id}: ${nodes[0]?.target} ${nodes[0]?.failureSummary} (${nodes.length})`);
      },
      colorScheme === 'dark' ? /^zh/ : /./,
    );
    expect(found).toEqual({});
  });

  it('can be used with the keyboard alone: everything is reached, seen and marked', async () => {
    const found = await faults(async (page) => {
      const wrong: string[] = [];
      for (let now = await tabbed(page); now && !now.again; now = await tabbed(page)) {
        if (!now.seen || !now.marked)
          wrong.push(`${now.what}${now.seen ? '' : ' unseen'}${now.marked ? '' : ' unmarked'}`);
      }
      const { all, seen } = await page.evaluate(reached, focusables);
      return seen === all ? wrong : [...wrong, `${seen} of ${all} reached`];
    }, /^zh.(index|pbc)/);
    expect(found).toEqual({});
  });

  it('are entered past the links by the first key', async () => {
    const found = await faults(async (page) => {
      const first = await tabbed(page);
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      const inside = await page.evaluate("document.activeElement.closest('main') !== null");
      return first?.what.includes('class="skip"') && inside ? [] : [`${first?.what}, then inside: ${inside}`];
    }, /compliance/);
    expect(found).toEqual({});
  });

  it('let a mark that turns the direction of writing turn nothing beside its own text', async () => {
    const found = await faults(async (page) => {
      return page.evaluate(reordered, hostile.reversed.charAt(0));
    }, /hostile|index/);
    expect(found).toEqual({});
  });

  it('tell verdicts apart by shape alone', async () => {
    const found = await faults(async (page) => {
      const markup = await page.locator('svg.shapes').evaluate((svg) => svg.outerHTML);
      const blank = await page.context().newPage();
      await blank.setContent(markup);
      const drawn = Object.entries(await blank.evaluate(shapes));
      await blank.close();
      if (drawn.length < 9) return [`only ${drawn.length} shapes`];
      return drawn.flatMap(([a, one], i) =>
        drawn.slice(i + 1).flatMap(([b, other]) => (likeness(one, other) > 0.85 ? [`${a} looks like ${b}`] : [])),
      );
    }, /zh.index/);
    expect(found).toEqual({});
  });
}

async function tabbed(page: Page): Promise<ReturnType<typeof focused>> {
  await page.keyboard.press('Tab');
  return page.evaluate(focused);
}

/** How alike two drawings are, from 0 to 1: the cosine between them. */
function likeness(a: readonly number[], b: readonly number[]): number {
  const dot = (x: readonly number[], y: readonly number[]) => x.reduce((sum, v, i) => sum + v * (y[i] ?? 0), 0);
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
}
