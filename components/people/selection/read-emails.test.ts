import fc from "fast-check";
import { expect, test } from "vitest";
import { readEmails } from "./read-emails";

test.each([
  ["a@x.org, b@x.org;c@x.org\nd@x.org\te@x.org f@x.org", "a b c d e f"],
  ["Ana Anić <a@x.org>, B <b@x.org>; c@x.org", "a b c"],
  ['"Anić, Ana" <a@x.org>; "B" <b@x.org>', "a b"],
  ["Anić, Ana <a@x.org>\r\nBabić, B <b@x.org>", "a b"],
  ["<a@x.org>,\n(b@x.org).\nmailto:c@x.org", "a b c"],
  ["A@x.org a@X.org b@x.org", "A b"],
])("%j names everybody once", (text, names) => {
  const { emails } = readEmails(text);
  expect(emails.map((email) => email.split("@")[0]).join(" ")).toBe(names);
});

test("what is no address is handed back, so that nobody is lost silently", () => {
  expect(readEmails("a@x.org\nAna Anić\n, ;\nnot an@@address")).toEqual({
    emails: ["a@x.org"],
    unread: ["Ana Anić", "not an@@address"],
  });
});

test("any addresses are found again, whatever stands between them", () => {
  const email = fc
    .emailAddress()
    .filter((each) => /^[\w.+-]+@[\w.-]+$/.test(each) && !/^[<("'[]|\.$/.test(each));
  const list = fc.uniqueArray(email, { selector: (each) => each.toLowerCase(), maxLength: 20 });
  const between = fc.constantFrom(",", ";", "\n", ", ", ";\r\n", "\t", " ");
  fc.assert(
    fc.property(list, between, (emails, separator) => {
      expect(readEmails(emails.join(separator)).emails).toEqual(emails);
      const named = emails.map((each) => `Some Body <${each}>`).join(separator);
      expect(readEmails(named)).toEqual({ emails, unread: [] });
    }),
  );
});
