package org.liaison.routes.gateway;

import java.util.Optional;
import org.liaison.casework.course.Meaning;
import org.liaison.message.Bytes;
import org.liaison.message.Evidence;

/// What a recipient says about a message, as `signed`. `meaning` is what the message says for its case;
/// absent where the answer is that it was not taken.
public record Answer(Evidence evidence, Bytes signed, Optional<Meaning> meaning) {}
