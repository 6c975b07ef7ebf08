// Writes src/GraphNews.Graph/Places/countries.tsv to standard output.
// Names are those of Unicode CLDR as Node has them. Which codes are in ISO 3166-1 says the npm package
// i18n-iso-countries; CLDR's own table of codes has to agree with it on every one.
//
//   npm install --no-save i18n-iso-countries@7.14.0 cldr-core@48.0.0
//   node tools/countries.mjs > src/GraphNews.Graph/Places/countries.tsv

import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const codes = require("i18n-iso-countries/codes.json");
const { codeMappings } = require("cldr-core/supplemental/codeMappings.json").supplemental;
const { version } = require("i18n-iso-countries/package.json");

const languages = ["ar", "en", "es", "fr"];
const missing = languages.filter(language => Intl.DisplayNames.supportedLocalesOf([language]).length === 0);
if (missing.length > 0) {
  throw new Error(`This Node has no names in ${missing}. Use one that is built with all of ICU.`);
}

const names = languages.map(language => new Intl.DisplayNames([language], { type: "region", fallback: "none" }));

// The package adds Kosovo, whose code is assigned by its users and not by ISO 3166-1.
const countries = codes.filter(([alpha2]) => alpha2 !== "XK").sort(([a], [b]) => (a < b ? -1 : 1));
if (countries.length !== 249) {
  throw new Error(`ISO 3166-1 has 249 codes, not ${countries.length}.`);
}

const rows = countries.map(([alpha2, alpha3, numeric]) => {
  const { _alpha3, _numeric } = codeMappings[alpha2];
  if (alpha3 !== _alpha3 || numeric !== _numeric) {
    throw new Error(`${alpha2} is ${alpha3} ${numeric} here and ${_alpha3} ${_numeric} in CLDR.`);
  }

  const row = [alpha2, alpha3, numeric, ...names.map(name => name.of(alpha2)?.normalize("NFC").trim())];
  if (row.some(value => !value || /[\t\n\p{Cf}]/u.test(value))) {
    throw new Error(`${alpha2} lacks a name, or one has a character that does not show: ${row}`);
  }

  return row.join("\t");
});

const today = new Date().toISOString().slice(0, 10);
console.log(
  [
    "# Countries and territories of ISO 3166-1.",
    `# Names: Unicode CLDR ${process.versions.cldr} territory names (Unicode License v3), by Node ${process.versions.node} Intl.DisplayNames.`,
    `# Codes: npm package i18n-iso-countries ${version} (MIT), equal to CLDR's codeMappings.`,
    `# cldr: ${process.versions.cldr}`,
    `# generated: ${today}`,
    ["alpha2", "alpha3", "numeric", ...languages].join("\t"),
    ...rows,
  ].join("\n"),
);
