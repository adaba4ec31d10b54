import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Stop } from '../../src/problem.ts';
import { findBrowser, usualPlaces } from '../../src/report/pdf/find-browser.ts';
import { mend } from '../../src/report/pdf/mend.ts';
import { type PrintOptions, printPages } from '../../src/report/pdf/print.ts';
import { noBrowser, program } from './browser.ts';
import { readPdf, squeezed } from './sheets.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lvyue-pdf-'));
  vi.stubEnv('TMPDIR', folder);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

const page = (body: string, head = '') =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>试</title>${head}</head><body>${body}</body></html>`;

async function print(html: string, options: PrintOptions = {}): Promise<Uint8Array> {
  const pages = new Map([['a', { html, asOf: '2025-01-01 00:00:00' }]]);
  return (await printPages(pages, { browser: program, ...options })).get('a') ?? new Uint8Array();
}

async function textOf(pdf: Uint8Array): Promise<string> {
  const { sheets } = await readPdf(pdf);
  return squeezed(sheets.flatMap(({ body }) => body.map(({ text }) => text)).join(''));
}

/** The code and the values of the problem that stopped the work. */
const stopped = (work: () => unknown) =>
  Promise.resolve()
    .then(work)
    .then(
      () => undefined,
      (error: unknown) => (error instanceof Stop ? error.problems[0] : error),
    );

describe('looking for a browser', () => {
  it('tries the names and places of each system', () => {
    const linux = usualPlaces({ platform: 'linux', env: { PATH: '/usr/bin::/snap/bin' } });
    expect(linux).toEqual(
      expect.arrayContaining(['/usr/bin/chromium', '/snap/bin/chromium', '/usr/bin/microsoft-edge']),
    );
    expect(usualPlaces({ platform: 'darwin', env: { HOME: '/Users/u' } })).toContain(
      '/Users/u/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    );
    expect(usualPlaces({ platform: 'win32', env: { PROGRAMFILES: 'C:\\P', LOCALAPPDATA: 'C:\\L' } })).toEqual(
      expect.arrayContaining([
        'C:\\P\\Microsoft\\Edge\\Application\\msedge.exe',
        'C:\\L\\Google\\Chrome\\Application\\chrome.exe',
      ]),
    );
  });

  it('says so where there is none, and where the one named is none', async () => {
    const nothing = { platform: 'linux', env: { PATH: folder } } as const;
    expect(await stopped(() => findBrowser(undefined, nothing))).toMatchObject({ code: 'browser-missing' });
    writeFileSync(join(folder, 'notes.txt'), 'no program');
    for (const named of [join(folder, 'chromium'), join(folder, 'notes.txt'), folder]) {
      expect(await stopped(() => findBrowser(named))).toMatchObject({ code: 'browser-missing', data: { named } });
    }
  });
});

describe('a browser that fails', () => {
  it('says so where it does not start', async () => {
    const problem = await stopped(() => print(page('x'), { browser: process.execPath }));
    expect(problem).toMatchObject({ code: 'browser-failed', data: { fault: 'start', program: process.execPath } });
  });

  it.skipIf(process.platform === 'win32')('is given up where it takes too long', async () => {
    const idle = join(folder, 'idle');
    writeFileSync(idle, '#!/bin/sh\nexec sleep 100\n');
    chmodSync(idle, 0o755);
    const problem = await stopped(() => print(page('x'), { browser: idle, limit: 500 }));
    expect(problem).toMatchObject({ code: 'browser-failed', data: { fault: 'time', program: idle } });
  });
});

describe.skipIf(noBrowser)('printing to PDF', () => {
  it('copies out the characters of the page, not the radicals that look the same', async () => {
    const text = '用户方见长门页民角黄齐贝龙风齿卤胶，〈甲〉——乙～丙・第⼀页';
    const wanted = text.replace('⼀', '一');
    expect(await textOf(await print(page(`<p>${text}</p>`)))).toBe(wanted);
  });

  it('runs no script, asks for nothing, and leaves nothing behind', async () => {
    let asked = 0;
    const server = createServer((_, response) => {
      asked += 1;
      response.end();
    }).listen(0, '127.0.0.1');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo | null)?.port}`;
    const pdf = await print(page(`<p>留</p><img src="${url}/x"><script>document.body.textContent='换'</script>`));
    server.close();
    expect([await textOf(pdf), asked]).toEqual(['留', 0]);
    expect(readdirSync(folder)).toEqual([]);
    if (process.platform === 'linux') expect(children()).toEqual([]);
  });

  it('gives the same bytes wherever the browser happened to begin to count', async () => {
    const html = page(
      '<table><thead><tr><th>日期</th><th>金额</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>',
    );
    const pdf = Buffer.from(await print(html));
    const other = pdf.toString('latin1').replaceAll('node00000001', 'node00000777');
    expect(other).not.toBe(pdf.toString('latin1'));
    const again = (one: Buffer) => mend(one, html, '2025-01-01 00:00:00')?.pdf;
    expect(again(Buffer.from(other, 'latin1'))).toEqual(again(pdf));
    expect(again(pdf)).toEqual(pdf);
  });

  it('refuses to change a file that is of another form', () => {
    expect(mend(Buffer.from('%PDF-1.7\n1 0 obj\n<</Type /XRef>>\nstartxref\n9\n%%EOF'), '', '')).toBeUndefined();
  });

  const latin = '/usr/share/fonts/truetype/liberation';
  it.skipIf(!existsSync(latin))('refuses to print boxes where there is no Chinese font', async () => {
    const config = join(folder, 'fonts.conf');
    writeFileSync(config, `<fontconfig><dir>${latin}</dir><cachedir>${join(folder, 'cache')}</cachedir></fontconfig>`);
    vi.stubEnv('FONTCONFIG_FILE', config);
    const problem = await stopped(() => print(page('<p>履约核对报告</p>')));
    expect(problem).toMatchObject({ code: 'fonts-missing', data: { characters: expect.stringContaining('履') } });
  });
});

/** Browsers that this process has started and not ended. */
function children(): string[] {
  const stats = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return stats.flatMap((pid) => {
    try {
      const [, name = '', parent] = /\((.*)\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
      return Number(parent) === process.pid && /chrom/.test(name) ? [`${pid} ${name}`] : [];
    } catch {
      return [];
    }
  });
}
