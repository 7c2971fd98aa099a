import type { ReactNode } from "react";
import { BarList } from "@/components/charts/bar-list";
import { Card } from "@/components/ui/card";
import { OPEN_ADDRESS } from "@/lib/reviews/open-view";
import type { ReviewerProgressView, ReviewProgressView } from "@/lib/reviews/progress-view";

type Props = {
  eventId: string;
  reviewers: readonly ReviewerProgressView[];
  applications: NonNullable<ReviewProgressView["applications"]>;
  perApplication: number;
  action: ReactNode;
};

/** Who has reviewed how much, and how many applications still lack reviews. */
export function ReviewersCard({ eventId, reviewers, applications, perApplication, action }: Props) {
  const { enough, some, none } = applications;
  const most = Math.max(1, ...reviewers.map(({ rated, abstained }) => rated + abstained));
  const list = `/events/${encodeURIComponent(eventId)}/applications?${OPEN_ADDRESS}`;
  return (
    <Card
      title="The team"
      aside={perApplication === 1 ? "one review each" : `${perApplication} reviews each`}
    >
      <dl className="mb-4 grid grid-cols-3 gap-2 text-sm">
        {(
          [
            ["Enough reviews", enough],
            ["Some", some],
            ["None", none],
          ] as const
        ).map(([word, count]) => (
          <div key={word}>
            <dd className="font-display text-2xl tabular-nums">{count.toLocaleString("en-GB")}</dd>
            <dt className="text-soft text-xs">{word}</dt>
          </div>
        ))}
      </dl>
      <BarList
        label="Reviews by member"
        bars={reviewers.map(({ member, rated, abstained, assigned, left }) => {
          const name = member.isSelf ? "You" : (member.name ?? "Somebody without a name");
          const done = rated + abstained;
          return {
            key: member.id,
            label: name,
            shown: String(done),
            unit: done === 1 ? "review" : "reviews",
            note: assigned > 0 ? `${assigned - left} of ${assigned} assigned` : "nothing assigned",
            share: done / most,
            title: `${name}: ${rated} rated, ${abstained} abstained`,
            href: assigned > 0 ? `${list}&f=assignee:is:${member.id}` : null,
          };
        })}
      />
      <div className="mt-4 empty:hidden">{action}</div>
    </Card>
  );
}
