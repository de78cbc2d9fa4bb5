// Measures how a page answers: node bench/page.mjs REPORT.html. It opens the file in the system's Chromium, three times, and brushes the timeline.
// Playwright is the one that the tests bring (build them first). CASUS_CHROMIUM names another browser.
import { existsSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const driver = ["release", "debug"]
  .map((configuration) => `${root}/artifacts/bin/Casus.Tests/${configuration}/.playwright/package`)
  .find(existsSync);
const [file] = process.argv.slice(2);
if (!file || !existsSync(file) || !driver) {
  console.error("write: node bench/page.mjs REPORT.html, after the tests were built (dotnet build tests/Casus.Tests)");
  process.exit(2);
}
const { chromium } = createRequire(import.meta.url)(driver);

const browser = await chromium.launch({
  executablePath: process.env.CASUS_CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});
const share = (times, part) => times.toSorted((one, other) => one - other)[Math.ceil(part * times.length) - 1];
const shown = (milliseconds) => `${Math.round(milliseconds)} ms`;

console.log(`${file}: ${(statSync(file).size / 1e6).toFixed(2)} MB`);
const painted = [];
const answering = [];
let page;
for (let attempt = 0; attempt < 3; attempt++) {
  await page?.close();
  page = await browser.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce" });
  await page.goto(pathToFileURL(resolve(file)).href);
  await page.waitForSelector("html[data-answers]");
  const times = await page.evaluate(() => ({
    painted: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN,
    answering: performance.now(),
  }));
  painted.push(times.painted);
  answering.push(times.answering);
}
console.log(`opened: first painted after ${shown(share(painted, 0.5))}, answering after ${shown(share(answering, 0.5))} (middle of three)`);

await page.locator("#timeline").evaluate((drawing) => drawing.scrollIntoView({ block: "center" }));
// From a pointer's move to the end of the frame that shows what it selects; the edge goes over all of the time and back.
const brushes = await page.evaluate(async () => {
  const drawing = document.querySelector("#timeline");
  const surface = document.querySelector("rect.brush-surface").getBoundingClientRect();
  const at = (share) => ({ clientX: surface.x + surface.width * share, clientY: surface.y + 60, pointerId: 1, bubbles: true });
  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  drawing.setPointerCapture = () => {};
  drawing.dispatchEvent(new PointerEvent("pointerdown", { ...at(0.05), button: 0 }));
  const times = [];
  for (let move = 0; move < 200; move++) {
    const from = performance.now();
    drawing.dispatchEvent(new PointerEvent("pointermove", at(0.06 + 0.9 * Math.abs(Math.sin(move / 12)))));
    await frame();
    times.push(performance.now() - from);
  }
  drawing.dispatchEvent(new PointerEvent("pointerup", at(0.5)));
  return times;
});
console.log(`brush: ${shown(share(brushes, 0.5))} at p50, ${shown(share(brushes, 0.95))} at p95, of ${brushes.length} moves`);
await browser.close();
