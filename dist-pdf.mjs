import { accessSync, constants, statSync } from "node:fs";
import { posix, win32 } from "node:path";
import { deflateSync, inflateSync } from "node:zlib";
// src/problem.ts
function problem(code, data, place = {}, severity = "error") {
	return {
		code,
		severity,
		data,
		...place
	};
}
/** Thrown where the work cannot go on: the command prints the problems and exits with 2. */
var Stop = class extends Error {
	problems;
	constructor(problems) {
		super(problems.map((p) => p.code).join(", "));
		this.problems = problems;
		this.name = "Stop";
	}
};
function stop(code, data, place = {}) {
	throw new Stop([problem(code, data, place)]);
}
/** What an error of a library says first; the rest is for its developers. */
const firstLine = ({ message }) => message.split("\n")[0] ?? "";
// src/report/pdf/find-browser.ts
const names = {
	linux: [...[
		"chromium",
		"chromium-browser",
		"google-chrome-stable",
		"google-chrome"
	], ...["microsoft-edge-stable", "microsoft-edge"]],
	darwin: [
		"Google Chrome",
		"Chromium",
		"Microsoft Edge"
	],
	win32: [
		"Google\\Chrome\\Application\\chrome.exe",
		"Chromium\\Application\\chrome.exe",
		"Microsoft\\Edge\\Application\\msedge.exe"
	]
};
/** Where Chromium, Chrome and Edge usually lie on a machine, in the order in which they are tried. */
function usualPlaces({ platform, env }) {
	if (platform === "win32") {
		const roots = [
			env.PROGRAMFILES,
			env["PROGRAMFILES(X86)"],
			env.LOCALAPPDATA
		].filter((root) => root !== void 0);
		return names.win32.flatMap((name) => roots.map((root) => win32.join(root, name)));
	}
	if (platform === "darwin") {
		const roots = ["/Applications", ...env.HOME ? [posix.join(env.HOME, "Applications")] : []];
		return names.darwin.flatMap((name) => roots.map((root) => posix.join(root, `${name}.app/Contents/MacOS/${name}`)));
	}
	const folders = (env.PATH ?? "").split(":").filter((folder) => folder !== "");
	return names.linux.flatMap((name) => folders.map((folder) => posix.join(folder, name)));
}
/**
* The browser to print with: the one that is named, else the first found in the usual places.
* Throws Stop (`browser-missing`) where there is none.
*/
function findBrowser(named, machine = process) {
	return (named === void 0 ? usualPlaces(machine) : [named]).find(isProgram) ?? stop("browser-missing", { named });
}
function isProgram(path) {
	try {
		accessSync(path, constants.X_OK);
		return statSync(path).isFile();
	} catch {
		return false;
	}
}
// src/report/pdf/parts.ts
/**
* Takes a PDF apart that has one plain cross-reference table, as Chromium writes it. Undefined where it has not: such a
* file cannot be changed here.
*/
function takeApart(pdf) {
	const end = pdf.toString("latin1", Math.max(0, pdf.length - 1024));
	const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(end)?.[1] ?? 0);
	const table = pdf.toString("latin1", start);
	const [whole, count = "", entries = ""] = /^xref\s+0 (\d+)\s+((?:\d{10} \d{5} [nf][ \r\n]{2})+)trailer/.exec(table) ?? [];
	const trailer = /trailer\s*(<<.*>>)\s*startxref/s.exec(table)?.[1];
	if (!whole || !trailer || /\/(Prev|Encrypt|XRefStm)\b/.test(trailer)) return void 0;
	const used = entries.match(/.{18}../gs)?.flatMap((entry, number) => entry[17] === "n" ? [{
		number,
		at: Number(entry.slice(0, 10))
	}] : []);
	if (!used || entries.length !== 20 * Number(count)) return void 0;
	used.sort((a, b) => a.at - b.at);
	const objects = new Map(used.map(({ number, at }, i) => [number, pdf.subarray(at, used[i + 1]?.at ?? start)]));
	return [...objects].every(([number, object]) => object.toString("latin1", 0, 20).startsWith(`${number} 0 obj`)) ? {
		head: pdf.subarray(0, used[0]?.at),
		objects,
		trailer
	} : void 0;
}
/**
* The same PDF again, with a cross-reference table for the objects as they are now. They stand in the order of their
* numbers: Chromium's threads write each as soon as it is done.
*/
function putTogether({ head, objects, trailer }) {
	const sorted = [...objects].sort(([a], [b]) => a - b);
	const size = Math.max(...objects.keys()) + 1;
	const entries = Array.from({ length: size }, () => "0000000000 65535 f \n");
	let at = head.length;
	for (const [number, object] of sorted) {
		entries[number] = `${String(at).padStart(10, "0")} 00000 n \n`;
		at += object.length;
	}
	const tail = `xref\n0 ${size}\n${entries.join("")}trailer\n${trailer}\nstartxref\n${at}\n%%EOF\n`;
	return Buffer.concat([
		head,
		...sorted.map(([, object]) => object),
		Buffer.from(tail, "latin1")
	]);
}
/** The number of the object that a dictionary names under a key. */
function reference(dictionary, key) {
	const number = new RegExp(`/${key} (\\d+) 0 R`).exec(dictionary)?.[1];
	return number === void 0 ? void 0 : Number(number);
}
const opening = /^\d+ 0 obj\s*<<.*?>>\s*stream\r?\n/s;
/** An object's dictionary: what stands before its stream, or all of it. */
const dictionaryOf = (object) => {
	const text = object.toString("latin1");
	return opening.exec(text)?.[0] ?? text;
};
/** The text of a compressed stream that has neither filter parameters nor a length told elsewhere. */
function textOfStream(object) {
	const dictionary = opening.exec(object.toString("latin1"))?.[0];
	const length = /\/Length (\d+)(?! \d+ R)/.exec(dictionary ?? "")?.[1];
	if (!dictionary || !length || !/\/Filter \/FlateDecode\b/.test(dictionary)) return void 0;
	return inflateSync(object.subarray(dictionary.length, dictionary.length + Number(length))).toString("latin1");
}
/** An object that is a compressed stream of this text. */
function streamOf(number, text) {
	const packed = deflateSync(Buffer.from(text, "latin1"));
	const head = `${number} 0 obj\n<</Filter /FlateDecode\n/Length ${packed.length}>> stream\n`;
	return Buffer.concat([
		Buffer.from(head, "latin1"),
		packed,
		Buffer.from("\nendstream\nendobj\n", "latin1")
	]);
}
// src/report/pdf/table-heads.ts
/** How Chromium names a cell that heads others; the number is where its thread happened to be. */
const name = /node\d{8}/g;
/** Numbers the heads of tables by where they stand, and lists them in one list instead of a tree. */
function numberHeads({ objects, trailer }) {
	const dictionary = (number, key) => number === void 0 ? void 0 : reference(dictionaryOf(objects.get(number) ?? Buffer.alloc(0)), key);
	const list = dictionary(dictionary(reference(trailer, "Root"), "StructTreeRoot"), "IDTree");
	if (list === void 0) return;
	for (const number of nodesUnder(list, objects)) objects.delete(number);
	const sorted = [...objects].sort(([a], [b]) => a - b).filter(([, object]) => object.includes("node") && !object.includes("stream\n"));
	const numbers = /* @__PURE__ */ new Map();
	const heads = [];
	for (const [number, object] of sorted) {
		const own = /\/ID \((node\d{8})\)/.exec(object.toString("latin1"))?.[1];
		if (own === void 0) continue;
		const next = `node${String(heads.length + 1).padStart(8, "0")}`;
		numbers.set(own, next);
		heads.push(`(${next}) ${number} 0 R`);
	}
	for (const [number, object] of sorted) {
		const text = object.toString("latin1").replace(name, (old) => numbers.get(old) ?? old);
		objects.set(number, Buffer.from(text, "latin1"));
	}
	objects.set(list, Buffer.from(`${list} 0 obj\n<</Names [${heads.join(" ")}]>>\nendobj\n`, "latin1"));
}
/** The objects of a tree of names, from its root on. */
function nodesUnder(root, objects) {
	return [root, ...[...(/\/Kids \[([^\]]*)\]/.exec(objects.get(root)?.toString("latin1") ?? "")?.[1] ?? "").matchAll(/(\d+) 0 R/g)].flatMap(([, kid]) => nodesUnder(Number(kid), objects))];
}
// src/report/pdf/to-unicode.ts
const radical = /^[\u2E80-\u2FDF\uF900-\uFAFF]$/u;
const han = /^\p{Script=Han}$/u;
/** Unicode's root order, which holds most radicals to be their ideograph in another dress. */
const order = new Intl.Collator("en", { sensitivity: "base" });
/** What Chromium writes down, and what the page may have instead where fonts draw both with one glyph. */
const twins = new Map([
	"⼾户",
	"⻧卤",
	"⻫斉",
	"⻯竜",
	"⺲罒",
	"⺎兀",
	"㬵胶",
	"㫚曶",
	"㬺幐",
	"㮣槩",
	"壿墫",
	"〜～",
	"‒–",
	"⸺——"
].map((pair) => [pair.slice(0, 1), pair.slice(1)]));
/** Every Han character of a text once. */
const hanOf = (text) => new Set([...text].filter((one) => han.test(one)));
/**
* Says for a character of a PDF's text which one of the page it stands for. Fonts draw a radical (⽅ U+2F45, ⻅ U+2EC5) and
* its ideograph (方, 见) with one glyph, and Chromium writes down the radical: such a text is found by no search.
*/
function meantBy(page) {
	const own = new Set(page);
	const ideographs = [...hanOf(page)].filter((one) => !radical.test(one));
	const search = (one) => {
		const twin = twins.get(one) ?? one.normalize("NFKC");
		if (own.has([...twin][0] ?? "")) return twin;
		return radical.test(one) ? ideographs.find((other) => order.compare(other, one) === 0) ?? twin : one;
	};
	const known = /* @__PURE__ */ new Map();
	const meant = (one) => {
		if (own.has(one) && !radical.test(one)) return one;
		const found = known.get(one) ?? search(one);
		known.set(one, found);
		return found;
	};
	return (text) => [...text].map(meant).join("");
}
/** The codes of a font's glyphs with the text that each stands for. */
function readMap(cmap) {
	const pairs = [];
	for (const [, kind, block = ""] of cmap.matchAll(/beginbf(char|range)\s(.*?)\sendbf/gs)) {
		const cells = [...block.matchAll(/<([0-9A-Fa-f]+)>/g)].map(([, hex = ""]) => hex);
		if (kind === "char") for (let i = 0; i + 1 < cells.length; i += 2) pairs.push([cells[i] ?? "", decoded(cells[i + 1] ?? "")]);
		else for (let i = 0; i + 2 < cells.length; i += 3) pairs.push(...spread(cells[i] ?? "", cells[i + 1] ?? "", cells[i + 2] ?? ""));
	}
	return pairs;
}
/** The same map with other texts; a block holds a hundred at most. */
function writeMap(cmap, pairs) {
	const blocks = [];
	for (let i = 0; i < pairs.length; i += 100) {
		const some = pairs.slice(i, i + 100);
		blocks.push(`${some.length} beginbfchar\n${some.map(([code, text]) => `<${code}> <${encoded(text)}>\n`).join("")}endbfchar\n`);
	}
	const [before = ""] = cmap.split(/\d+ beginbf(?:char|range)/, 1);
	return `${before}${blocks.join("")}${cmap.slice(cmap.lastIndexOf("endcmap"))}`;
}
/** A range of codes whose texts follow each other. */
function spread(from, to, first) {
	const [start, text] = [Number.parseInt(from, 16), decoded(first)];
	return Array.from({ length: Number.parseInt(to, 16) - start + 1 }, (_, i) => [(start + i).toString(16).toUpperCase().padStart(from.length, "0"), text.slice(0, -1) + String.fromCharCode(text.charCodeAt(text.length - 1) + i)]);
}
const decoded = (hex) => Buffer.from(hex, "hex").swap16().toString("utf16le");
const encoded = (text) => Buffer.from(text, "utf16le").swap16().toString("hex").toUpperCase();
// src/report/pdf/mend.ts
/**
* What Chromium printed, with the text that the page has instead of look-alikes, and with nothing in it of the clock or
* the system: both dates are as-of (Beijing time). Undefined where the file is of a form that cannot be changed.
*/
function mend(printed, html, asOf) {
	const parts = takeApart(printed);
	const about = parts && reference(parts.trailer, "Info");
	const info = about === void 0 ? void 0 : parts?.objects.get(about);
	if (!parts || about === void 0 || !info) return void 0;
	const drawn = mendText(parts, meantBy(html));
	if (!drawn) return void 0;
	numberHeads(parts);
	parts.objects.set(about, informed(about, dictionaryOf(info), asOf));
	return {
		pdf: putTogether(parts),
		drawn
	};
}
/** Mends the map from glyphs to text of each font; gives every character that is drawn. */
function mendText({ objects }, meant) {
	const drawn = /* @__PURE__ */ new Set();
	const maps = new Set([...objects.values()].flatMap((object) => reference(dictionaryOf(object), "ToUnicode") ?? []));
	for (const number of maps) {
		const object = objects.get(number);
		const cmap = object && textOfStream(object);
		if (cmap === void 0) return void 0;
		const pairs = readMap(cmap).map(([code, text]) => [code, meant(text)]);
		for (const [, text] of pairs) for (const one of text) drawn.add(one);
		objects.set(number, streamOf(number, writeMap(cmap, pairs)));
	}
	return drawn;
}
function informed(number, dictionary, asOf) {
	const title = /\/Title\s*(?:<[^>]*>|\((?:\\.|[^\\)])*\))/s.exec(dictionary)?.[0] ?? "";
	const date = `(D:${asOf.slice(0, 19).replace(/\D/g, "")}+08'00')`;
	return Buffer.from(`${number} 0 obj\n<<${title}\n/Creator (Lvyue)\n/Producer (Skia/PDF)\n/CreationDate ${date}\n/ModDate ${date}>>\nendobj\n`, "latin1");
}
// src/report/pdf/print.ts
/** The first Chromium that prints what @page says of the margins: page numbers and the foot. */
const oldest = 131;
/**
* Prints pages to tagged A4 PDFs in one hidden Chromium, each under its own path. The browser has no network, runs no script
* and keeps no profile; it is closed in any case. Same pages, same browser and fonts: same bytes.
* Throws Stop where there is no browser (`browser-missing`), it does not do its work (`browser-failed`), or the machine has
* no Chinese font (`fonts-missing`).
*/
async function printPages(pages, { browser: named, limit = 6e4, progress } = {}) {
	const program = findBrowser(named);
	const printed = /* @__PURE__ */ new Map();
	const browser = await open(program, limit);
	try {
		const version = browser.version();
		if (Number.parseInt(version, 10) < oldest) stop("browser-failed", {
			program,
			fault: "old",
			detail: version
		});
		for (const [path, page] of pages) {
			progress?.(path);
			printed.set(path, await within(limit, program, printOne(browser, page, program)));
		}
	} catch (error) {
		if (error instanceof Stop) throw error;
		stop("browser-failed", {
			program,
			fault: "page",
			detail: reason(error)
		});
	} finally {
		await browser.close();
	}
	return printed;
}
async function open(program, limit) {
	const { chromium, errors } = await import("playwright-core");
	try {
		return await chromium.launch({
			executablePath: program,
			timeout: limit,
			chromiumSandbox: process.getuid?.() !== 0,
			args: ["--disable-gpu", "--host-resolver-rules=MAP * ~NOTFOUND"]
		});
	} catch (error) {
		return stop("browser-failed", {
			program,
			fault: error instanceof errors.TimeoutError ? "time" : "start",
			detail: reason(error)
		});
	}
}
async function printOne(browser, { html, asOf }, program) {
	const context = await browser.newContext({
		javaScriptEnabled: false,
		offline: true,
		colorScheme: "light"
	});
	try {
		await context.route("**", (route) => route.abort());
		const page = await context.newPage();
		await page.setContent(html);
		await page.emulateMedia({ media: "print" });
		const shown = hanOf(await page.locator("body").innerText());
		const mended = mend(await page.pdf({
			preferCSSPageSize: true,
			printBackground: true,
			tagged: true,
			outline: true
		}), html, asOf);
		if (!mended) stop("browser-failed", {
			program,
			fault: "form",
			detail: browser.version()
		});
		const undrawn = [...shown].filter((one) => !mended.drawn.has(one));
		if (undrawn.length > shown.size / 2) stop("fonts-missing", { characters: undrawn.slice(0, 8).join("") });
		return mended.pdf;
	} finally {
		await context.close();
	}
}
/** The work, or Stop where it takes longer; the browser is then closed by who opened it. */
async function within(limit, program, work) {
	let timer;
	const late = new Promise((_, reject) => {
		timer = setTimeout(() => {
			reject(new Stop([problem("browser-failed", {
				program,
				fault: "time",
				detail: `${limit / 1e3} s`
			})]));
		}, limit);
	});
	work.catch(() => {});
	return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
/** What the browser itself says, else the first line of what playwright does. */
const reason = (error) => {
	const text = error instanceof Error ? firstLine(error) : String(error);
	return ((error instanceof Error ? /\[err\] (.+)/.exec(error.message)?.[1] : void 0) ?? text.replace(/^\w+\.\w+: /, "")).trim();
};
export { printPages };
