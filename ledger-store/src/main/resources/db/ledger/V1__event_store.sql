-- The ledger: every event once, in one order without gaps, never changed.

CREATE TABLE ledger_event (
    position         bigint      PRIMARY KEY CHECK (position >= 0),
    stream_id        text        NOT NULL,
    stream_type      text,
    sequence         bigint      NOT NULL CHECK (sequence >= 0),
    event_id         text        NOT NULL,
    type             text        NOT NULL,
    revision         text,
    payload          bytea       NOT NULL,
    metadata         bytea       NOT NULL,
    salt             bytea       NOT NULL,
    stream_pseudonym bytea       NOT NULL,
    leaf_hash        bytea       NOT NULL,
    recorded_at      timestamptz NOT NULL,
    occurred_at      timestamptz,
    CONSTRAINT ledger_event_stream UNIQUE (stream_id, sequence)
);

COMMENT ON COLUMN ledger_event.position IS 'commit order from 0, without gaps; also the index of the Merkle leaf';
COMMENT ON COLUMN ledger_event.stream_type IS 'null for an event that belongs to no stream; its stream_id is then its event_id';
COMMENT ON COLUMN ledger_event.type IS 'the wire name';
COMMENT ON COLUMN ledger_event.salt IS 'makes the commitment to payload and metadata unguessable';
COMMENT ON COLUMN ledger_event.stream_pseudonym IS 'stands for the stream in the leaves';
COMMENT ON COLUMN ledger_event.recorded_at IS 'when the server took the event; says nothing about order';
COMMENT ON COLUMN ledger_event.occurred_at IS 'when the act happened, as the command said';

CREATE INDEX ledger_event_recorded_at ON ledger_event USING brin (recorded_at);

-- One row: whoever appends holds its lock, and so the order.
CREATE TABLE ledger_head (
    one      boolean PRIMARY KEY DEFAULT true CHECK (one),
    size     bigint  NOT NULL,
    root     bytea   NOT NULL,
    frontier bytea   NOT NULL
) WITH (fillfactor = 10);

INSERT INTO ledger_head (size, root, frontier)
VALUES (0, '\xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', '');

CREATE TABLE idempotency_key (
    key            text        PRIMARY KEY,
    request_digest text,
    stream_id      text        NOT NULL,
    first_position bigint      NOT NULL,
    last_position  bigint      NOT NULL,
    recorded_at    timestamptz NOT NULL DEFAULT now()
);

CREATE FUNCTION ledger_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the ledger is append-only: % on % is refused', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation',
              HINT = 'Record a correction as a new event.';
END
$$;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_event
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON idempotency_key
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR TRUNCATE ON ledger_head
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse_change();

CREATE FUNCTION ledger_head_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.size <= OLD.size THEN
        RAISE EXCEPTION 'the ledger is append-only: its size cannot go from % to %', OLD.size, NEW.size
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER only_grows BEFORE UPDATE ON ledger_head
    FOR EACH ROW EXECUTE FUNCTION ledger_head_only_grows();

REVOKE ALL ON ledger_event, ledger_head, idempotency_key FROM PUBLIC;
