import { LogIn } from "lucide-react";
import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { currentOperator } from "@/app/admin/operator";
import { MessagePage } from "@/components/shell/message-page";
import { buttonLook } from "@/components/ui/button-look";
import { consolePath } from "@/lib/operators/console-path";
import { listSignInWays } from "@/lib/operators/list-sign-in-ways";

type Props = {
  searchParams: Promise<{ token?: string | string[]; return_to?: string | string[] }>;
};

export const metadata: Metadata = { title: "Console sign-in", robots: { index: false } };

/** How operators come in; a one-time link is spent by its button only, never by a look at its address. */
export default async function ConsoleSignInPage({ searchParams }: Props) {
  const { token, return_to: asked } = await searchParams;
  const returnTo = consolePath(typeof asked === "string" ? asked : null);
  const { operatorSessionHash } = await currentOperator();
  const { issuer } = listSignInWays();
  if (issuer) {
    if (operatorSessionHash) redirect(returnTo as Route);
    return <ByProvider issuer={issuer} returnTo={returnTo} />;
  }
  if (typeof token === "string") return <ByLink token={token} />;
  if (operatorSessionHash) redirect(returnTo as Route);
  return <HowToGetALink />;
}

function ByProvider({ issuer, returnTo }: { issuer: string; returnTo: string }) {
  return (
    <MessagePage
      title="Sign in to the console"
      text={
        <>
          The console is for the people who run Foyer. They are known to{" "}
          <span className="break-all text-ink">{issuer}</span>, which asks you who you are.
        </>
      }
    >
      <a
        className={buttonLook("primary", "large")}
        href={`/admin/sign-in/oidc?return_to=${encodeURIComponent(returnTo)}`}
      >
        <LogIn aria-hidden="true" className="size-4 shrink-0" />
        Sign in with your account
      </a>
    </MessagePage>
  );
}

function ByLink({ token }: { token: string }) {
  return (
    <MessagePage
      title="Open the console"
      text="This link works once, for fifteen minutes after it was made. You stay signed in for eight hours at the most, and for thirty minutes without using the console."
    >
      <form action="/admin/sign-in/link" method="post">
        <input type="hidden" name="token" value={token} />
        <button type="submit" className={buttonLook("primary", "large")}>
          <LogIn aria-hidden="true" className="size-4 shrink-0" />
          Sign in
        </button>
      </form>
    </MessagePage>
  );
}

function HowToGetALink() {
  return (
    <MessagePage
      title="Sign in to the console"
      text={
        <>
          The console is for the people who run Foyer. <code>npm start</code> prints a link into it
          that works once, within fifteen minutes. For another one, run{" "}
          <code>npm run operator-link</code> on the machine where Foyer runs.
        </>
      }
    />
  );
}
