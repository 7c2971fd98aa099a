import { certificateAnswer } from "@/app/certificates/certificate-answer";
import { buttonLink, messageAnswer } from "@/app/message/message-answer";
import { getCertificate } from "@/lib/erasures/get-certificate";
import { AppError } from "@/lib/errors";

type Context = { params: Promise<{ id: string }> };

/** The public page of a certificate, for everybody who knows its number. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { id } = await params;
  try {
    return certificateAnswer(await getCertificate(id));
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") return notFound();
    throw error;
  }
}

function notFound(): Response {
  return messageAnswer({
    status: 404,
    title: "There is no such certificate",
    text: [
      "A certificate says that Foyer has deleted the data of an event. None has this number: perhaps a part of the address is missing.",
    ],
    next: buttonLink("/", "To the start of Foyer", "plain"),
  });
}
