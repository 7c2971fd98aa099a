import { readFile } from "node:fs/promises";
import path from "node:path";
import { ImageResponse } from "next/og";

export const alt = "Foyer: everyone who is coming, as they come in.";
export const size = { width: 1200, height: 630 };
export const contentType = "image/png";

// The picture's maker reads no variable fonts.
const FONT = "node_modules/@fontsource/fraunces/files/fraunces-latin-400-normal.woff";
const COLORS = { canvas: "#f6f1e8", accent: "#96401a", ink: "#2a201a" };

const DOOR = "M8 26V14.5a8 8 0 0 1 16 0V26h-3.2V14.5a4.8 4.8 0 0 0-9.6 0V26z";
const LIGHT = "M13.6 26v-9.2a2.4 2.4 0 0 1 4.8 0V26z";

/** What a link to Foyer looks like in a message. */
export default async function OpenGraphImage() {
  const data = await readFile(path.join(process.cwd(), FONT));
  return new ImageResponse(
    <div
      style={{
        width: "100%",
        height: "100%",
        display: "flex",
        alignItems: "center",
        justifyContent: "space-between",
        padding: "0 88px",
        background: COLORS.canvas,
        color: COLORS.ink,
        fontFamily: "Fraunces",
      }}
    >
      <div style={{ display: "flex", flexDirection: "column", width: 620 }}>
        <div style={{ fontSize: 44, color: COLORS.accent }}>Foyer</div>
        <div style={{ fontSize: 84, lineHeight: 1.05, marginTop: 28 }}>
          Everyone who is coming, as they come in.
        </div>
      </div>
      <svg
        width="360"
        height="360"
        viewBox="0 0 32 32"
        aria-hidden="true"
        style={{ background: COLORS.accent, borderRadius: 90 }}
      >
        <path d={DOOR} fill="#fff" />
        <path d={LIGHT} fill="#ffcf8a" />
      </svg>
    </div>,
    { ...size, fonts: [{ name: "Fraunces", data, weight: 400, style: "normal" }] },
  );
}
