"use client";

import { Download } from "lucide-react";
import { type ReactNode, useState } from "react";
import { ACTION } from "@/components/people/selection/selection-action";
import { lazyPiece } from "@/components/ui/lazy-piece";
import type { ExportScope } from "./export-scope";

const ExportDialog = lazyPiece(() =>
  import("./export-dialog").then((module) => module.ExportDialog),
);

/** Opens the export of those who are picked. */
export function ExportSelected(scope: Required<ExportScope>) {
  return (
    <Opening scope={scope}>
      <Download aria-hidden="true" size={16} />
      <span>
        Export<span className="sr-only"> selected</span>
      </span>
    </Opening>
  );
}

type OpeningProps = { scope: ExportScope; children: ReactNode };

function Opening({ scope, children }: OpeningProps) {
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
        className={ACTION}
      >
        {children}
      </button>
      {isWanted ? <ExportDialog {...scope} open={isOpen} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
