import { CircleCheck, CloudOff } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Progress } from "@/components/ui/progress";
import type { ExportView } from "@/lib/exports/export-view";
import { count } from "./export-words";
import type { Exporting } from "./use-export";

type Props = { exporting: Exporting; onDone: () => void };

/** How far the file is: on its way, finished, or broken off. */
export function ExportProgress({ exporting, onDone }: Props) {
  const { view, error, isStill, again } = exporting;
  if (error || view?.state === "failed") {
    return (
      <Outcome
        role="alert"
        icon={<CloudOff aria-hidden="true" size={20} className="shrink-0 text-rejected" />}
        text={error?.message ?? "The download stopped before its end. The file is not whole."}
      >
        <Button onClick={onDone}>Close</Button>
        <Button look="primary" onClick={again}>
          Try again
        </Button>
      </Outcome>
    );
  }
  if (view?.state === "done") {
    return (
      <Outcome
        role="status"
        icon={<CircleCheck aria-hidden="true" size={20} className="shrink-0 text-approved" />}
        text={`${count(view.written)} ${view.written === 1 ? "row" : "rows"} exported. Your browser has the file.`}
      >
        <Button look="primary" onClick={onDone}>
          Done
        </Button>
      </Outcome>
    );
  }
  return (
    <div className="grid gap-4">
      <div className="grid gap-2">
        <Progress label="Rows written" value={percentOf(view)} />
        <p role="status" className="text-soft text-sm tabular-nums">
          {wordsOf(view)}
        </p>
      </div>
      <p className="text-sm leading-relaxed">
        {isStill
          ? "Nothing has been written for a while. If your browser shows no download, try again."
          : "Your browser downloads the file. You can close this and go on working."}
      </p>
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onDone}>Close</Button>
        {isStill ? (
          <Button look="primary" onClick={again}>
            Try again
          </Button>
        ) : null}
      </div>
    </div>
  );
}

type OutcomeProps = {
  role: "alert" | "status";
  icon: ReactNode;
  text: string;
  children: ReactNode;
};

function Outcome({ role, icon, text, children }: OutcomeProps) {
  return (
    <div className="grid gap-5">
      <p role={role} className="flex items-start gap-2.5 text-sm leading-relaxed">
        {icon}
        {text}
      </p>
      <div className="flex flex-wrap justify-end gap-2">{children}</div>
    </div>
  );
}

function percentOf(view: ExportView | undefined): number | null {
  if (!view || view.total === 0 || view.state === "waiting") return null;
  return Math.min(100, (view.written / view.total) * 100);
}

function wordsOf(view: ExportView | undefined): string {
  if (!view || view.state === "waiting") return "Asking for the file…";
  return `${count(view.written)} of ${count(Math.max(view.total, view.written))} rows`;
}
