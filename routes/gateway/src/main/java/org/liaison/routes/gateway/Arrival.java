package org.liaison.routes.gateway;

import java.util.Optional;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Bytes;

/// Bytes from one of our mailboxes. `authority` is whose mailbox it was; absent for the gateway's own.
public record Arrival(String mailbox, Optional<AuthorityCode> authority, Bytes frame) {}
