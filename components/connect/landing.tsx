import { Eye, History, Radio } from "lucide-react";
import { PlainShell } from "@/components/shell/plain-shell";
import { ConnectEntry } from "./connect-entry";
import { Doorway } from "./doorway";

const PROMISES = [
  {
    icon: Radio,
    title: "It happens in front of you",
    text: "Somebody applies, somebody is approved: the row changes while you look at it. No reloading, on every tab you have open.",
  },
  {
    icon: Eye,
    title: "It only ever reads",
    text: "Decisions are made in Revento and stay there. Foyer shows them, finds them and keeps them in order; it cannot change a thing.",
  },
  {
    icon: History,
    title: "It says how it knows",
    text: "Every answer carries where it came from and when it was last seen in Revento. A missed message is found within a day.",
  },
] as const;

export function Landing() {
  return (
    <PlainShell wide>
      <div className="grid grid-cols-[minmax(0,1fr)] items-center gap-12 lg:grid-cols-[1.15fr_1fr]">
        <div>
          <h1 className="font-display text-3xl text-balance">
            Everyone who is coming, as they come in.
          </h1>
          <p className="mt-5 max-w-xl text-base text-soft leading-relaxed text-pretty">
            Foyer is the lobby of your Revento event: its applications and participants in one live
            list, with every answer they gave.
          </p>
          <div className="mt-8 max-w-md">
            <ConnectEntry />
          </div>
        </div>
        <Doorway />
      </div>
      <ul className="mt-20 grid gap-8 border-line border-t pt-10 md:grid-cols-3">
        {PROMISES.map(({ icon: Icon, title, text }) => (
          <li key={title}>
            <Icon aria-hidden="true" size={20} className="text-accent" />
            <h2 className="mt-3 font-display text-xl">{title}</h2>
            <p className="mt-1.5 text-soft text-sm leading-relaxed text-pretty">{text}</p>
          </li>
        ))}
      </ul>
    </PlainShell>
  );
}
