import { certificateAnswer } from "@/app/certificates/certificate-answer";
import { buttonLink, messageAnswer } from "@/app/message/message-answer";
import { getCertificate } from "@/lib/erasures/get-certificate";
import { AppError } from "@/lib/errors";
import { errorAnswer } from "@/lib/http/error-answer";
import { type Asked, handle } from "@/lib/http/handle";

/** The public page of a certificate, for everybody who knows its number. */
export const GET = handle(
  { actor: "anyone", refuse: refusalAnswer },
  async (_actor, _request, { id = "" }) => certificateAnswer(await getCertificate(id)),
);

function refusalAnswer(error: unknown, request: Asked): Response {
  if (error instanceof AppError && error.code === "not_found") return notFound();
  return errorAnswer(error, request);
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
