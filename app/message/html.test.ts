import { expect, test } from "vitest";
import { html } from "./html";

test("what is put into a page is text, unless it is markup made here", () => {
  const inner = html`<b>${"a & b"}</b>`;
  expect(html`<p title="${'"><script>'}">${"it's"} ${3} ${inner}</p>`.markup).toBe(
    '<p title="&quot;&gt;&lt;script&gt;">it&#39;s 3 <b>a &amp; b</b></p>',
  );
});
