// Print Lighthouse's reports on pages, in one process: it takes six seconds to start.
import { pathToFileURL } from "node:url";

const [modules, settings] = process.argv.slice(2);
const { addresses, flags, categories } = JSON.parse(settings);
const load = (name) => import(pathToFileURL(`${modules}/${name}`));
const { default: lighthouse } = await load("lighthouse/core/index.js");
const { launch } = await load("chrome-launcher/dist/index.js");

const chrome = await launch({ chromeFlags: flags });
try {
    const options = { port: chrome.port, onlyCategories: categories };
    const reports = [];
    for (const address of addresses) {
        reports.push((await lighthouse(address, options)).lhr);
    }
    process.stdout.write(JSON.stringify(reports));
} finally {
    chrome.kill();
}
