type Face = { family: "Inter" | "Fraunces"; file: string; range: string };

const LATIN =
  "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD";
const LATIN_EXT =
  "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF";

const folderOf = (family: string) => `node_modules/@fontsource-variable/${family}/files`;

/** The families of app/fonts.ts, by the name under which a route gives them out: Next's own addresses are known to its pages alone. */
export const PAGE_FONTS: Record<string, Face> = {
  inter: {
    family: "Inter",
    file: `${folderOf("inter")}/inter-latin-wght-normal.woff2`,
    range: LATIN,
  },
  "inter-ext": {
    family: "Inter",
    file: `${folderOf("inter")}/inter-latin-ext-wght-normal.woff2`,
    range: LATIN_EXT,
  },
  fraunces: {
    family: "Fraunces",
    file: `${folderOf("fraunces")}/fraunces-latin-wght-normal.woff2`,
    range: LATIN,
  },
  "fraunces-ext": {
    family: "Fraunces",
    file: `${folderOf("fraunces")}/fraunces-latin-ext-wght-normal.woff2`,
    range: LATIN_EXT,
  },
};

export const FONT_FACES = Object.entries(PAGE_FONTS)
  .map(
    ([name, { family, range }]) =>
      `@font-face { font-family: ${family}; font-weight: 100 900; font-display: swap; src: url(/fonts/${name}) format("woff2"); unicode-range: ${range}; }`,
  )
  .join("\n");
