import { defineConfig } from '@playwright/test';

// `cargo xtask test browser` and `cargo xtask screens` set these; see xtask/src/browser.rs.
const { PONTE_CHROMIUM, PONTE_OUTPUT, PONTE_REPORT, PONTE_SCREENS, PONTE_TRACE } = process.env;
const output = PONTE_OUTPUT ?? '../target/xtask/browser';

// Which tests run where is said by their tags:
//   @phone, @noscript            also at phone width, also without scripts
//   @only-phone, @only-noscript  there and nowhere else
// Playwright matches against the project's and the file's name too: an @ keeps a tag from being found in those.
const journeys = { testIgnore: /screens\.spec\.ts$/ };

export default defineConfig({
  testDir: './tests',
  outputDir: output,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: PONTE_REPORT ? [['list'], ['json', { outputFile: PONTE_REPORT }]] : [['list']],
  use: {
    browserName: 'chromium',
    locale: 'it-IT',
    timezoneId: 'Europe/Rome',
    contextOptions: { reducedMotion: 'reduce' },
    screenshot: 'only-on-failure',
    // Recording every step takes a fifth of the time: only when it is asked for.
    trace: PONTE_TRACE ? 'retain-on-failure' : 'off',
    launchOptions: {
      executablePath: PONTE_CHROMIUM,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'desktop', ...journeys, grepInvert: /@only-/, use: { viewport: { width: 1280, height: 900 } } },
    {
      name: 'phone',
      ...journeys,
      grep: /@(only-)?phone\b/,
      use: { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true },
    },
    {
      name: 'noscript',
      ...journeys,
      grep: /@(only-)?noscript\b/,
      use: { viewport: { width: 1280, height: 900 }, javaScriptEnabled: false },
    },
    // Pictures are taken when they are asked for, not in every run.
    ...(PONTE_SCREENS
      ? [{ name: 'screens', testMatch: /screens\.spec\.ts$/, timeout: 600_000, use: { viewport: { width: 1280, height: 900 } } }]
      : []),
  ],
});
