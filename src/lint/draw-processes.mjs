// Draws every process of processes/ into src/docs/processes/ as SVG, for the README: npm install && npm run pictures
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { createRequire } from 'node:module';
import puppeteer from 'puppeteer-core';

const models = resolve('..', '..', 'processes');
const pictures = resolve('..', 'docs', 'processes');
const chromium = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
  .find(path => path && existsSync(path));
if (!chromium) {
  console.error('No Chromium found: install it, or name it in the environment variable CHROMIUM');
  process.exit(1);
}

mkdirSync(pictures, { recursive: true });
const browser = await puppeteer.launch({ executablePath: chromium, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
try {
  const page = await browser.newPage();
  await page.setContent('<div id="canvas" style="width: 2000px; height: 1200px"></div>');
  await page.addScriptTag({ path: createRequire(import.meta.url).resolve('bpmn-js/dist/bpmn-viewer.production.min.js') });
  for (const name of readdirSync(models, { recursive: true }).filter(file => file.endsWith('.bpmn')).sort()) {
    const svg = await page.evaluate(async xml => {
      const viewer = new BpmnJS({ container: '#canvas' });
      const { warnings } = await viewer.importXML(xml);
      if (warnings.length > 0) {
        throw new Error(warnings.map(warning => warning.message).join('; '));
      }
      const drawn = await viewer.saveSVG();
      viewer.destroy();
      return drawn.svg;
    }, readFileSync(join(models, name), 'utf8'));
    // bpmn-js names its arrow heads at random; numbering them keeps the picture of an unchanged model unchanged
    const names = [...new Set(svg.match(/marker-[0-9a-z]{25}/g))];
    const stable = names.reduce((drawn, name, number) => drawn.replaceAll(name, `marker-${number}`), svg);
    const picture = join(pictures, basename(name, '.bpmn') + '.svg');
    writeFileSync(picture, stable.replace('<svg ', '<svg style="background: white" '));
    console.log(`${name} -> ${basename(picture)}`);
  }
} finally {
  await browser.close();
}
