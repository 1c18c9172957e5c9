-- Until when the clock of the ledger's servers has been believed, and who said that it may be believed again.

CREATE TABLE ledger_clock (
    one         boolean     PRIMARY KEY DEFAULT true CHECK (one),
    believed_at timestamptz NOT NULL
);

COMMENT ON COLUMN ledger_clock.believed_at IS 'the last sign of life of a server whose clock was believed';

CREATE TABLE ledger_clock_confirmation (
    number       integer     GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    confirmed_at timestamptz NOT NULL,
    confirmed_by text        NOT NULL,
    doubt        text        NOT NULL,
    size         bigint      NOT NULL CHECK (size >= 0)
);

COMMENT ON COLUMN ledger_clock_confirmation.size IS 'events before this position are not held against the clock any more';

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_clock_confirmation
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse_change();

REVOKE ALL ON ledger_clock, ledger_clock_confirmation FROM PUBLIC;
