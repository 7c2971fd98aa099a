import { Badge } from "@/components/ui/badge";
import type { WordLook } from "./words/state-words";

export function WordBadge({ look: { word, tone, icon } }: { look: WordLook }) {
  return (
    <Badge tone={tone} icon={icon}>
      {word}
    </Badge>
  );
}
