package org.liaison.directory;

import org.liaison.message.Bytes;

/// What one genuine signature of an administrator says: these bytes, by this administrator.
public record SignedLayer(Bytes content, String administrator) {}
