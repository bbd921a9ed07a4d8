import type { BrowserContext } from '@playwright/test';

/** What a browser says of a server that is not there. */
export const DEAD = /ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE|ERR_INCOMPLETE_CHUNKED|ERR_SOCKET_NOT_CONNECTED/;

/** Collects what must not happen in any browser: console errors and warnings, exceptions, requests to others. */
export class Watch {
  private readonly problems: string[] = [];
  private readonly allowed: RegExp[] = [];

  /** Says that this test provokes such a message: a refused page, a server that was killed. */
  allow(...patterns: RegExp[]): void {
    this.allowed.push(...patterns);
  }

  /** Watches every page of a context. */
  follow(context: BrowserContext, home: () => string): void {
    context.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) {
        this.note(`${message.type()}: ${message.text()} (${message.location().url})`);
      }
    });
    context.on('weberror', (error) => this.note(`exception: ${error.error()}`));
    context.on('request', (request) => {
      const url = new URL(request.url());
      if (/^(https?|wss?):$/.test(url.protocol) && url.origin !== new URL(home()).origin) {
        this.note(`request to another server: ${request.url()}`);
      }
    });
  }

  /** What was seen and not allowed. */
  unexpected(): string[] {
    return this.problems.filter((problem) => !this.allowed.some((pattern) => pattern.test(problem)));
  }

  private note(problem: string): void {
    this.problems.push(problem);
  }
}
