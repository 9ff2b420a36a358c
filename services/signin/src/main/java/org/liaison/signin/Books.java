package org.liaison.signin;

/// The books of this room, which are written together.
record Books(Persons persons, PasskeysInPostgres passkeys, Events events, Attempts attempts) {}
