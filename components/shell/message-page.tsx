import Link from "next/link";
import type { ReactNode } from "react";
import { Logo } from "@/components/brand/logo";

type Props = { title: string; text: ReactNode; detail?: string | undefined; children?: ReactNode };

/** A whole page that says one thing and offers the next step. */
export function MessagePage({ title, text, detail, children }: Props) {
  return (
    <main className="mx-auto flex min-h-dvh max-w-xl flex-col justify-center gap-5 px-5 py-16">
      <Link href="/" className="w-fit rounded-sm" aria-label="Foyer, to the start">
        <Logo />
      </Link>
      <h1 className="font-display text-2xl text-balance">{title}</h1>
      <p className="text-soft leading-relaxed text-pretty">{text}</p>
      {detail ? <p className="font-mono text-sm text-soft">{detail}</p> : null}
      <div className="flex flex-wrap gap-3">{children}</div>
    </main>
  );
}
