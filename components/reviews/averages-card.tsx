import { BarList } from "@/components/charts/bar-list";
import { Card } from "@/components/ui/card";
import { OPEN_ADDRESS } from "@/lib/reviews/open-view";
import type { ReviewProgressView } from "@/lib/reviews/progress-view";

type Props = { eventId: string; averages: NonNullable<ReviewProgressView["averages"]> };

/** How the ratings of what waits for a decision are spread over the scale. */
export function AveragesCard({ eventId, averages }: Props) {
  const counts = [5, 4, 3, 2, 1].map((points) => ({
    points,
    count: averages.find((each) => each.points === points)?.count ?? 0,
  }));
  const most = Math.max(1, ...counts.map(({ count }) => count));
  const rated = counts.reduce((sum, { count }) => sum + count, 0);
  return (
    <Card title="Ratings" aside="averages, rounded">
      {rated === 0 ? (
        <p className="text-soft text-sm">Nothing that waits for a decision has been rated yet.</p>
      ) : (
        <BarList
          label="Applications by rating"
          bars={counts.map(({ points, count }) => ({
            key: String(points),
            label: String(points),
            shown: count.toLocaleString("en-GB"),
            unit: count === 1 ? "application" : "applications",
            share: count / most,
            title: `Rated ${points}: ${count}`,
            href:
              count === 0
                ? null
                : `/events/${encodeURIComponent(eventId)}/applications?${OPEN_ADDRESS}&f=rating:is:${points}&sort=-rating`,
          }))}
        />
      )}
    </Card>
  );
}
