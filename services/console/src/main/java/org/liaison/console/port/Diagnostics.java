package org.liaison.console.port;

import org.liaison.message.Bytes;

/// What a developer must know of a hub that is in trouble, and nothing about anybody: no person's name, no words that
/// somebody typed, no way to reach an authority, no path of a file.
public interface Diagnostics {

    /// Its making is in the audit log first, at [Bundle#index].
    Bundle collect(Operator by);

    /// `file` is a name for the zip.
    record Bundle(long index, String file, Bytes zip) {}
}
