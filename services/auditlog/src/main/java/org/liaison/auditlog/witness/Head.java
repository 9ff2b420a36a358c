package org.liaison.auditlog.witness;

import org.liaison.message.Bytes;
import org.liaison.message.Digest;

/// The largest tree of a log that a witness found to have grown out of all it saw before, and
/// the note that shows it over the log's signatures.
public record Head(long size, Digest root, Bytes note) {}
