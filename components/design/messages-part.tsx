"use client";

import { CircleCheck, Inbox, PauseCircle, Unplug } from "lucide-react";
import { Badge, type Tone } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import { Fold } from "@/components/ui/fold";
import { Notice } from "@/components/ui/notice";
import { NoticeBar } from "@/components/ui/notice-bar";
import { Progress } from "@/components/ui/progress";

const TONES: readonly Tone[] = ["good", "warn", "bad", "info", "muted", "special"];

/** What says something: short words, cards, bars, empty places, what is under way. */
export function MessagesPart() {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <div className="flex flex-wrap gap-2">
        {TONES.map((tone) => (
          <Badge key={tone} tone={tone} icon={CircleCheck}>
            {tone}
          </Badge>
        ))}
      </div>
      <div className="overflow-hidden rounded-lg border border-line">
        <NoticeBar tone="calm" icon={CircleCheck} title="Calm">
          Something to know.
        </NoticeBar>
        <NoticeBar tone="warn" icon={PauseCircle} title="Warning">
          Something waits.
        </NoticeBar>
        <NoticeBar tone="alarm" icon={Unplug} title="Alarm" action={<Button>Connect again</Button>}>
          Something has ended.
        </NoticeBar>
      </div>
      <Card title="A card" aside="since 09:41">
        <Facts
          facts={[
            ["Name", "Ana Anić"],
            ["Role", "Participant"],
          ]}
        />
        <div className="mt-4 grid gap-3">
          <Progress label="Known" value={64} />
          <Progress label="Not known yet" value={null} />
        </div>
      </Card>
      <div>
        <Fold title="A fold" aside="3">
          What only some want to read.
        </Fold>
      </div>
      <div className="rounded-lg border border-line bg-surface">
        <Notice
          icon={Inbox}
          title="Nothing here yet"
          text="What stands where rows would stand, and what to do about it."
        >
          <Button look="primary">Do it</Button>
        </Notice>
      </div>
    </div>
  );
}
