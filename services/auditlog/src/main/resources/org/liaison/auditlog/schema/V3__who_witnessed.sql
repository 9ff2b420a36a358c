-- The newest cosignature of each witness, as published. It only moves to larger trees.
CREATE TABLE log_witness (
    witness   text        PRIMARY KEY,
    tree_size bigint      NOT NULL CHECK (tree_size >= 0),
    signed_at timestamptz NOT NULL,
    line      text        NOT NULL
);
