-- The audit log. Rows of log_entry, log_tile and log_checkpoint are inserted and never changed; log_head moves forward.
-- Whoever can write here can stop the log, but cannot change it unseen: each checkpoint commits to everything before it.

-- One row: which log this is, how many sequencers it has had, and the tree that the newest checkpoint signs.
CREATE TABLE log_head (
    only_row  boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    origin    text    NOT NULL,
    epoch     bigint  NOT NULL,
    tree_size bigint  NOT NULL CHECK (tree_size >= 0),
    root      bytea   NOT NULL CHECK (length(root) = 32)
);

-- Leaf `index` of the tree is `commitment` = SHA-256(salt || entry). The columns after it only help to find the row.
CREATE TABLE log_entry (
    index       bigint PRIMARY KEY CHECK (index >= 0),
    salt        bytea  NOT NULL CHECK (length(salt) = 32),
    entry       bytea  NOT NULL,
    commitment  bytea  NOT NULL CHECK (length(commitment) = 32),
    event       text   NOT NULL,
    message_id  uuid,
    recorded_at timestamptz NOT NULL
) WITH (toast_tuple_target = 8160);

-- Entries are signatures in base64: compressing them costs more than it saves.
ALTER TABLE log_entry ALTER COLUMN entry SET STORAGE EXTERNAL;

-- A message is answered once, whatever else goes wrong.
CREATE UNIQUE INDEX log_entry_one_answer ON log_entry (message_id)
    WHERE event IN ('SUBMISSION_ACCEPTANCE', 'SUBMISSION_REJECTION');
CREATE INDEX log_entry_trace ON log_entry (message_id, index) WHERE message_id IS NOT NULL;

-- Full tiles (C2SP tlog-tiles): 256 hashes. Those that are not full yet follow from the rows below them.
CREATE TABLE log_tile (
    level  smallint NOT NULL,
    index  bigint   NOT NULL,
    hashes bytea    NOT NULL CHECK (length(hashes) = 8192),
    PRIMARY KEY (level, index)
);
ALTER TABLE log_tile ALTER COLUMN hashes SET STORAGE EXTERNAL;

-- Every checkpoint ever published, as the signed note that was shown.
CREATE TABLE log_checkpoint (
    tree_size    bigint PRIMARY KEY,
    root         bytea  NOT NULL CHECK (length(root) = 32),
    note         bytea  NOT NULL,
    epoch        bigint NOT NULL,
    published_at timestamptz NOT NULL
);

CREATE FUNCTION log_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the audit log is append-only: % on % is refused', TG_OP, TG_TABLE_NAME;
END $$;

CREATE TRIGGER log_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON log_entry
    FOR EACH STATEMENT EXECUTE FUNCTION log_is_append_only();
CREATE TRIGGER log_tile_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON log_tile
    FOR EACH STATEMENT EXECUTE FUNCTION log_is_append_only();
CREATE TRIGGER log_checkpoint_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON log_checkpoint
    FOR EACH STATEMENT EXECUTE FUNCTION log_is_append_only();
