package org.liaison.auditlog.book;

/// Which tile: its level (0 holds the leaves) and its place in that level.
record TileId(int level, long index) {}
