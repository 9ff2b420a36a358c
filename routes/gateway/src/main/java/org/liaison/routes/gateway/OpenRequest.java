package org.liaison.routes.gateway;

import org.liaison.message.AuthorityCode;
import org.liaison.message.MessageId;

/// A person at `recipient` wants to read a message.
public record OpenRequest(MessageId id, AuthorityCode recipient) {}
