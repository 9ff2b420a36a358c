package org.liaison.signin;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/// Who came in, when, and under which epoch; kept in the session. The person is read anew for each request.
record Visit(UUID person, long epoch, Instant since) implements Serializable {}
