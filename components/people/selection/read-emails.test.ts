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
  ["a@x.org, Bea Babić <b@x.org>", "b a"],
  ['a@x.org "Babić, Bea" <b@x.org>, C <mailto:c@x.org>', "b c a"],
  ["“a@x.org”, ‘b@x.org’, «c@x.org», „d@x.org“", "a b c d"],
  ["a@x.org\u200b, \ufeffb@x.org, c\u00ad@x.org\u2028d@x.org", "a b c d"],
  ["mailto:a@x.org?subject=Hello, <mailto:b@x.org?cc=c@x.org>", "b a"],
  ["a@x.org、b@x.org|c@x.org，d@x.org；e@x.org", "a b c d e"],
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

test.each(["<", ">", '"', "a@", "<a", "a <", " ", "()", "@"])(
  "1 MiB of %j is read within seconds",
  (unit) => {
    const text = unit.repeat(Math.ceil(2 ** 20 / unit.length));
    expect(readEmails(text).emails).toEqual([]);
  },
  5_000,
);

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
