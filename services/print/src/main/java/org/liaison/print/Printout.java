package org.liaison.print;

import java.util.Optional;
import org.liaison.message.Bytes;
import org.liaison.message.Language;
import org.liaison.message.MessageKind;

/// What goes on paper. Without a letterhead it is the form alone, as an officer drafts it, and says so.
public record Printout(MessageKind kind, Bytes form, Optional<Letterhead> letterhead, Language language) {}
