"use client";

import { Download, List, Star } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { ButtonLook } from "@/components/ui/button-look";
import { Chip } from "@/components/ui/chip";
import { CopyButton } from "@/components/ui/copy-button";
import { SearchField } from "@/components/ui/search-field";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { SelectField } from "@/components/ui/select-field";

const LOOKS: readonly ButtonLook[] = ["primary", "plain", "quiet", "danger"];
const VIEWS = [
  { value: "list", label: "List", icon: List },
  { value: "stars", label: "Stars", icon: Star },
] as const;
const WORDS = [
  { value: "day", label: "By day" },
  { value: "place", label: "By place" },
] as const;

/** What one presses, ticks and fills in. */
export function ControlsPart() {
  const [q, setQ] = useState("");
  const [view, setView] = useState<"list" | "stars">("list");
  const [word, setWord] = useState<"day" | "place">("day");
  const [isOn, setOn] = useState(true);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <div className="flex flex-wrap gap-3">
        {LOOKS.map((look) => (
          <Button key={look} look={look}>
            <Download aria-hidden="true" size={16} />
            {look}
          </Button>
        ))}
        <Button disabled>disabled</Button>
        <Button disabled focusableWhenDisabled>
          held
        </Button>
        <CopyButton text="copied" word="Copy" />
        <CopyButton text="copied" word="Copy it" isIcon />
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <SegmentedControl label="View" choices={VIEWS} value={view} onChange={setView} />
        <SegmentedControl label="Order" choices={WORDS} value={word} onChange={setWord} />
        <Chip word="Approved" count={12} isPressed={isOn} onPress={() => setOn(!isOn)} />
        <Chip word="Pending" count={3} isPressed={!isOn} onPress={() => setOn(!isOn)} />
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <SearchField label="Search" value={q} isBusy={false} onSearch={setQ} onDone={() => {}} />
        <SearchField
          label="Search, under way"
          value="novak"
          isBusy
          onSearch={() => {}}
          onDone={() => {}}
        />
        <SelectField
          label="Question"
          value="size"
          choices={[
            { value: "size", word: "T shirt size" },
            { value: "track", word: "Favorite track" },
          ]}
          onChange={() => {}}
        />
        <label className="grid gap-1 text-soft text-xs">
          Day
          <input
            type="date"
            defaultValue="2026-12-28"
            className="min-h-9 rounded-md border border-edge bg-surface px-2.5 text-ink text-sm"
          />
        </label>
      </div>
      <div className="flex flex-wrap gap-5 text-sm">
        {["off", "on", "some", "disabled"].map((state) => (
          <label key={state} className="flex items-center gap-2">
            <input
              type="checkbox"
              defaultChecked={state === "on"}
              disabled={state === "disabled"}
              ref={(input) => {
                if (input) input.indeterminate = state === "some";
              }}
            />
            {state}
          </label>
        ))}
      </div>
    </div>
  );
}
