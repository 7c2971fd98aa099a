import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import { connection } from "next/server";
import type { ReactNode } from "react";
import { THEME_COOKIE, themeFrom } from "@/components/ui/theme";
import { env } from "@/lib/env";
import { FONT_CLASSES } from "./fonts";
import "./globals.css";

/** Links in messages need absolute addresses, which only the running process knows. */
export async function generateMetadata(): Promise<Metadata> {
  await connection();
  return {
    metadataBase: new URL(env().APP_URL),
    title: { default: "Foyer", template: "%s · Foyer" },
    description: "The live dashboard of your Revento event.",
  };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f6f1e8" },
    { media: "(prefers-color-scheme: dark)", color: "#15110e" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = themeFrom((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <html lang="en" className={FONT_CLASSES} data-theme={theme === "system" ? undefined : theme}>
      <body>{children}</body>
    </html>
  );
}
