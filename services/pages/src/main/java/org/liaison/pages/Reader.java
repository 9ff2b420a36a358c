package org.liaison.pages;

import java.time.ZoneId;
import org.liaison.message.Language;

/// Who reads a page, as far as its frame must know. `language` is the person's choice.
public record Reader(String name, Language language, ZoneId zone) {}
