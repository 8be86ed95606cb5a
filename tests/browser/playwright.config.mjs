// Browser tests drive the system's Chromium over the same runtime as the tests over HTTP. A test tagged @desktop or
// @phone runs on that device alone, one tagged @journey on the two common telephones, the others on desk and phone.

import { defineConfig } from "@playwright/test";

import { CHROMIUM, COLOMBIA, DESKTOP, IPHONE, PHONE, PIXEL } from "../support/devices.mjs";

export default defineConfig({
  testDir: ".",
  testMatch: "**/*.spec.mjs",
  outputDir: "./.results",
  reporter: [["list"]],
  timeout: 60_000,
  expect: { timeout: 10_000 },
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  // A second try in CI, on a system of its own; what needed one is named in the report.
  retries: process.env.CI ? 1 : 0,
  use: {
    ...COLOMBIA,
    // What a test puts between page and server would not be seen behind one; installed.spec.mjs has it.
    serviceWorkers: "block",
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
    launchOptions: CHROMIUM,
  },
  projects: [
    { name: "desktop", use: DESKTOP, grepInvert: /@phone|@journey/ },
    { name: "phone", use: PHONE, grepInvert: /@desktop|@journey/ },
    { name: "pixel", use: PIXEL, grep: /@journey/ },
    { name: "iphone", use: IPHONE, grep: /@journey/ },
  ],
});
