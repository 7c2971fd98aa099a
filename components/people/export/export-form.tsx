import { AlertDialog } from "@base-ui/react/alert-dialog";
import { useQuery } from "@tanstack/react-query";
import { Download } from "lucide-react";
import type { FormEvent } from "react";
import { eventQueries } from "@/components/queries/event-queries";
import { useSight } from "@/components/queries/use-sight";
import { Button } from "@/components/ui/button";
import { buttonLook } from "@/components/ui/button-look";
import { Failure } from "@/components/ui/failure";
import type { ExportFormat } from "@/lib/exports/export-view";
import { questionOf } from "@/lib/list-address/list-address";
import { ExportChoice } from "./export-choice";
import { allColumns, type ExportOrder, shownColumns } from "./export-order";
import type { ExportScope } from "./export-scope";
import { contentSentence, FORMAT_WORDS } from "./export-words";

export type ExportChosen = { format: ExportFormat; isEverything: boolean };

type Props = {
  scope: ExportScope;
  chosen: ExportChosen;
  onChoose: (chosen: ExportChosen) => void;
  error: Error | null;
  onExport: (order: ExportOrder) => void;
};

const FORMATS: readonly ExportFormat[] = ["xlsx", "csv", "json"];

/** What a file shall hold, and of which kind it shall be. */
export function ExportForm({ scope, chosen, onChoose, error, onExport }: Props) {
  const { eventId, kind, list, picked, pickedCount } = scope;
  const { format, isEverything } = chosen;
  const { data: fields } = useQuery(eventQueries.formFields(eventId));
  const { data: layout } = useQuery(eventQueries.layout(eventId, kind));
  const shown = shownColumns(kind, list.address.columns, layout, fields);
  const { ratings } = useSight(eventId);
  const all = allColumns(fields, ratings !== "none");
  const columns = isEverything ? all : shown;
  const total = picked ? (pickedCount ?? null) : (list.counts?.total ?? null);

  function submit(event: FormEvent): void {
    event.preventDefault();
    onExport({
      list: kind,
      format,
      address: questionOf({ ...list.address, sort: list.sort }),
      columns,
      ...(picked ? { picked } : {}),
    });
  }

  return (
    <form onSubmit={submit} className="grid gap-5">
      <AlertDialog.Description className="text-sm leading-relaxed">
        {contentSentence(kind, total, sizeOf(columns), picked !== undefined)}
      </AlertDialog.Description>
      <ExportChoice
        legend="Format"
        name="format"
        value={format}
        choices={FORMATS.map((each) => ({ value: each, ...FORMAT_WORDS[each] }))}
        onChange={(value) => onChoose({ ...chosen, format: value })}
      />
      <ExportChoice
        legend="Columns"
        name="columns"
        value={isEverything ? "all" : "shown"}
        choices={[
          { value: "shown", word: "Those shown", hint: hintOf(shown) },
          { value: "all", word: "All of them", hint: hintOf(all) },
        ]}
        onChange={(value) => onChoose({ ...chosen, isEverything: value === "all" })}
      />
      <Failure error={error} />
      <p className="text-soft text-xs leading-relaxed">
        The file holds personal data: keep it as you would keep the list. Foyer notes that you
        exported it.
      </p>
      <div className="flex flex-wrap justify-end gap-2">
        <AlertDialog.Close className={buttonLook("plain")}>Cancel</AlertDialog.Close>
        <Button type="submit" look="primary" disabled={total === 0} focusableWhenDisabled>
          <Download aria-hidden="true" size={16} />
          Export
        </Button>
      </div>
    </form>
  );
}

/** Null while nobody knows how many answers there are. */
function sizeOf(columns: readonly string[]): number | null {
  return columns.includes("answers") ? null : columns.length;
}

function hintOf(columns: readonly string[]): string {
  const size = sizeOf(columns);
  if (size === null) return "With every answer";
  return size === 1 ? "1 column" : `${size} columns`;
}
