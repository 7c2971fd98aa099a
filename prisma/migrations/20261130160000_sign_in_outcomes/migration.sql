-- What came of a sign-in whose answer may not have reached its browser, sealed with its state, which only that browser
-- has; a state without one is still being worked on, or came to nothing.
ALTER TABLE spent_sign_ins
  ADD COLUMN spent_at timestamptz(3) NOT NULL DEFAULT now(),
  ADD COLUMN outcome text;
