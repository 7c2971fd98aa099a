import { Landing } from "@/components/connect/landing";

export default function LandingPage() {
  return <Landing />;
}
