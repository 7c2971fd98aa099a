import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { html } from "@/app/message/html";
import { buttonLink, messageAnswer } from "@/app/message/message-answer";
import { PAGE_FONTS } from "@/app/message/page-fonts";
import { PAGE_STYLE } from "@/app/message/page-style";
import { GET } from "./fonts/[font]/route";

const hashOf = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
const contentsOf = (tag: string, page: string) =>
  [...page.matchAll(new RegExp(`<${tag}>([^]*?)</${tag}>`, "g"))].map(([, text]) => text ?? "");

test("a message's policy allows the scripts and styles that stand on the page, and no other", async () => {
  const page = await messageAnswer({
    status: 200,
    title: "Done",
    text: ["It is done."],
    detail: `a"><script>alert(1)</script>`,
    next: buttonLink("/", "On", "primary"),
    script: { source: "window.close();" },
  }).text();
  const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(page)?.[1] ?? "";
  const scripts = contentsOf("script", page);
  expect(scripts).toHaveLength(3);
  expect(policy.replaceAll("&#39;", "'").split("; ")).toEqual([
    "default-src 'none'",
    "img-src 'self'",
    "font-src 'self'",
    `style-src ${contentsOf("style", page).map(hashOf).join(" ")}`,
    `script-src ${scripts.map(hashOf).join(" ")}`,
    "base-uri 'none'",
  ]);
});

test("a message to participants leads to no page of the organizers", async () => {
  const message = { status: 403, title: "No", text: [], next: html`` } as const;
  const toParticipant = await messageAnswer({
    ...message,
    text: [],
    isForParticipants: true,
  }).text();
  expect(toParticipant).not.toContain('href="/"');
  expect(await messageAnswer({ ...message, text: [] }).text()).toContain('href="/"');
});

test("the fonts of these pages are given out by name, and no other file is", async () => {
  const get = (font: string) =>
    GET(new Request("http://127.0.0.1:3000/fonts/x"), {
      params: Promise.resolve({ font }),
    });
  for (const font of Object.keys(PAGE_FONTS)) {
    const answer = await get(font);
    expect(answer.headers.get("content-type")).toBe("font/woff2");
    expect(
      Buffer.from(await answer.arrayBuffer())
        .subarray(0, 4)
        .toString(),
    ).toBe("wOF2");
  }
  for (const font of ["nothing", "constructor", "../../package.json"]) {
    expect((await get(font)).status).toBe(404);
  }
});

test("the colours and letters of these pages are those of Next's", () => {
  const pairsIn = (text: string): string[] => text.match(/light-dark\(#\w{6}, #\w{6}\)/g) ?? [];
  const known = pairsIn(readFileSync("app/globals.css", "utf8"));
  expect(pairsIn(PAGE_STYLE).length).toBeGreaterThan(10);
  expect(pairsIn(PAGE_STYLE).filter((pair) => !known.includes(pair))).toEqual([]);
  const fonts = readFileSync("app/fonts.ts", "utf8");
  for (const { file, range } of Object.values(PAGE_FONTS)) {
    expect(fonts).toContain(file);
    expect(fonts).toContain(range);
  }
});
