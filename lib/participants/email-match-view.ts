/** Which of the addresses that somebody pasted belong to people of the list, and which to nobody. */
export type EmailMatchView = {
  matched: { email: string; participantId: string }[];
  notFound: string[];
};
