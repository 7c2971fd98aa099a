"use client";

import { Download } from "lucide-react";
import { type ReactNode, useState } from "react";
import { buttonLook } from "@/components/ui/button-look";
import { lazyPiece } from "@/components/ui/lazy-piece";
import type { ExportScope } from "./export-scope";

const ExportDialog = lazyPiece(() =>
  import("./export-dialog").then((module) => module.ExportDialog),
);

/** Opens the export of the list as it is now. */
export function ExportButton(scope: Pick<ExportScope, "eventId" | "kind" | "list">) {
  return (
    <Opening scope={scope} className="@max-xl:px-2.5">
      <Download aria-hidden="true" size={16} />
      <span className="@max-xl:sr-only">Export</span>
    </Opening>
  );
}

/** Opens the export of those who are picked. */
export function ExportSelected(scope: Required<ExportScope>) {
  return (
    <Opening scope={scope}>
      <Download aria-hidden="true" size={16} />
      Export selected
    </Opening>
  );
}

type OpeningProps = { scope: ExportScope; className?: string; children: ReactNode };

function Opening({ scope, className = "", children }: OpeningProps) {
  const [isOpen, setOpen] = useState(false);
  const [isWanted, setWanted] = useState(false);
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        onPointerEnter={ExportDialog.preload}
        onFocus={ExportDialog.preload}
        onClick={() => {
          setWanted(true);
          setOpen(true);
        }}
        className={`${buttonLook("plain")} ${className}`}
      >
        {children}
      </button>
      {isWanted ? <ExportDialog {...scope} open={isOpen} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
